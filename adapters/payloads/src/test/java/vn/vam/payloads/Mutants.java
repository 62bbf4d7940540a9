package vn.vam.payloads;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Bytes with one to four places changed: cut, flipped, repeated, or with something nasty put in.
 */
public final class Mutants {
  private static final int MOST_CHANGES = 4;
  private static final List<String> NASTY =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ",",
          ":",
          "null",
          "NaN",
          "-nan",
          "1e400",
          "-1",
          "\\u0000",
          "\\",
          "1e-400",
          "99999999999999999999999",
          "\"\"",
          "{}",
          "[]",
          "true",
          "\u0000",
          "\ufeff",
          "‰",
          "\"time\":1e300,",
          "\"time\":-9e18,",
          "\"time\":\"+999999999-12-31T23:59:59Z\",",
          "\"classes\":{\"car\":",
          "\"lane\":1e30,",
          "\"event_id\":[],");

  private final Random random;

  public Mutants(Random random) {
    this.random = random;
  }

  public byte[] of(byte[] bytes) {
    byte[] changed = bytes;
    for (int changes = random.nextInt(MOST_CHANGES); changes >= 0; changes--) {
      changed = changedOnce(changed);
    }
    return changed;
  }

  private byte[] changedOnce(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> flipped(bytes);
      case 2 -> joined(bytes, at, bytes, random.nextInt(bytes.length + 1));
      default -> {
        byte[] nasty = NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.UTF_8);
        yield joined(joined(bytes, at, nasty, 0), at + nasty.length, bytes, at);
      }
    };
  }

  private byte[] flipped(byte[] bytes) {
    byte[] copy = bytes.clone();
    if (copy.length > 0) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }

  /** The first {@code length} bytes, then the second from {@code from} on. */
  private static byte[] joined(byte[] first, int length, byte[] second, int from) {
    byte[] all = Arrays.copyOf(first, length + second.length - from);
    System.arraycopy(second, from, all, length, second.length - from);
    return all;
  }
}
