package vn.vam.payloads.field;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** From a device's unit to ours, in decimal arithmetic, so that no digit is invented on the way. */
public enum Scale {
  AS_IS(0),
  THOUSANDTH(-3),
  HUNDREDTH(-2),
  TENFOLD(1),
  HUNDREDFOLD(2),
  THOUSANDFOLD(3),
  TEN_THOUSANDFOLD(4),
  MILLIONFOLD(6),
  /** Metres per second to kilometres per hour. */
  METRES_PER_SECOND(0) {
    @Override
    double apply(double number) {
      return BigDecimal.valueOf(number).multiply(BigDecimal.valueOf(36, 1)).doubleValue();
    }
  },
  /** Degrees Fahrenheit to Celsius, to a hundredth of a degree. */
  FAHRENHEIT(0) {
    @Override
    double apply(double number) {
      return BigDecimal.valueOf(number)
          .subtract(BigDecimal.valueOf(32))
          .multiply(BigDecimal.valueOf(5))
          .divide(BigDecimal.valueOf(9), 2, RoundingMode.HALF_UP)
          .doubleValue();
    }
  },
  /** A share from 0 to 1 becomes a percentage; above 1 it is one already. */
  SHARE_OR_PERCENT(2) {
    @Override
    double apply(double number) {
      return number >= 0 && number <= 1 ? super.apply(number) : number;
    }
  };

  private final int power;

  Scale(int power) {
    this.power = power;
  }

  /**
   * @param number finite
   */
  double apply(double number) {
    return power == 0 ? number : BigDecimal.valueOf(number).scaleByPowerOfTen(power).doubleValue();
  }
}
