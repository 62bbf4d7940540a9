package vn.vam.zalo;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Small questions about texts that come in or go out. */
final class Texts {
  private static final int BRIEF = 200;

  private Texts() {}

  static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** False for half a surrogate pair, which no UTF-8 can carry. */
  static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** A foreign text made fit for a log line: one line, at most 200 characters. */
  static String printable(String foreign) {
    String oneLine = foreign.replaceAll("\\p{C}+", " ").strip();
    return oneLine.length() <= BRIEF ? oneLine : oneLine.substring(0, BRIEF) + "…";
  }
}
