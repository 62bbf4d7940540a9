package vn.vam.core.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the province writes them: decimal comma, points between thousands. */
public final class VietnameseNumber {
  private static final int DECIMALS = 2;

  private VietnameseNumber() {}

  /**
   * Such as "4,2", "0,62", "1.250"; rounded to two decimals, without zeros at the end.
   *
   * @param value finite
   */
  public static String of(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    String[] parts = rounded.abs().toPlainString().split("\\.", 2);
    String whole = parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".");
    String sign = rounded.signum() < 0 ? "-" : "";
    return sign + whole + (parts.length > 1 ? "," + parts[1] : "");
  }
}
