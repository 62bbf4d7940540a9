package vn.vam.payloads.personal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.vam.core.message.Payload;

/** Words looked for in the bytes of every message, without making a text of them. */
final class Traces {
  private static final int LOWER_CASE = 0x20;

  private final byte[][] words;
  private final boolean[] begins = new boolean[256];

  private Traces(byte[][] words) {
    this.words = words;
    for (byte[] word : words) {
      begins[word[0]] = true;
      begins[word[0] & ~LOWER_CASE] = true;
    }
  }

  /**
   * @param words of lower-case letters, those of ASCII found in any letter case, the others as they
   *     are; they begin with one of ASCII
   */
  static Traces of(String... words) {
    return new Traces(
        Arrays.stream(words)
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new));
  }

  boolean areIn(Payload payload) {
    for (int at = 0; at < payload.size(); at++) {
      if (begins[payload.at(at) & 0xff] && beginsAt(payload, at)) {
        return true;
      }
    }
    return false;
  }

  /** The same of a text. */
  boolean areIn(String text) {
    for (int at = 0; at < text.length(); at++) {
      char first = text.charAt(at);
      if (first < begins.length && begins[first]) {
        return areIn(Payload.ofText(text));
      }
    }
    return false;
  }

  private boolean beginsAt(Payload payload, int at) {
    for (byte[] word : words) {
      if (stands(word, payload, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean stands(byte[] word, Payload payload, int at) {
    if (payload.size() - at < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      byte found = payload.at(at + i);
      if (found != word[i] && (found | LOWER_CASE) != word[i]) {
        return false;
      }
    }
    return true;
  }
}
