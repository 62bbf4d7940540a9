package vn.vam.payloads;

import java.util.HexFormat;

/** Bytes written as hexadecimal digits, blanks and line breaks anywhere between. */
public final class HexText {
  private HexText() {}

  /**
   * @throws IllegalArgumentException for anything but pairs of hexadecimal digits
   */
  public static byte[] bytes(String written) {
    return HexFormat.of().parseHex(written.replaceAll("\\s+", ""));
  }
}
