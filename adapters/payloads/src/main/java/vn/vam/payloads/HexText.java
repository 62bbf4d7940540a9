package vn.vam.payloads;

import java.util.HexFormat;

/** Bytes written as hexadecimal digits, blanks and line breaks anywhere between. */
public final class HexText {
  private HexText() {}

  /**
   * @throws IllegalArgumentException for anything but pairs of hexadecimal digits
   */
  public static byte[] bytes(String written) {
    String digits = written.replaceAll("\\s+", "");
    if (digits.length() % 2 != 0 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException(
          "expected pairs of hexadecimal digits, such as 7b 22 63 7d");
    }
    return HexFormat.of().parseHex(digits);
  }
}
