package vn.vam.core.salinity;

/**
 * Practical salinity (PSS-78) of water whose conductivity was measured: UNESCO Technical Papers in
 * Marine Science 44 (1983), pages 6 to 12, for −2 to 35 °C and 2 to 42; below 2 with the extension
 * of Hill, Dauphinee and Woods (1986), which brings it down to fresh water. At 2 the two differ by
 * less than 0.0003. Practical salinity has no unit; in a river it is within three percent of grams
 * per litre.
 */
public final class PracticalSalinity {
  /** Conductivity at salinity 35, 15 °C (IPTS-68), at the surface, mS/cm. */
  static final double STANDARD = 42.914;

  /** To what conductivity is referred by probes that compensate for temperature, °C. */
  public static final double REFERENCE = 25;

  private static final double T68_OF_T90 = 1.00024;
  private static final double EXTENDED_BELOW = 2;
  private static final double FRESH = 0.0005;

  private static final double[] A = {0.0080, -0.1692, 25.3851, 14.0941, -7.0261, 2.7081};
  private static final double[] B = {0.0005, -0.0056, -0.0066, -0.0375, 0.0636, -0.0144};
  private static final double[] C = {0.6766097, 2.00564e-2, 1.104259e-4, -6.9698e-7, 1.0031e-9};
  private static final double[] D = {3.426e-2, 4.464e-4, 4.215e-1, -3.107e-3};
  private static final double[] E = {2.070e-5, -6.370e-10, 3.989e-15};

  private PracticalSalinity() {}

  /**
   * At the surface.
   *
   * @param conductivity µS/cm, not negative, at that temperature
   * @param temperature °C, ITS-90; {@link #REFERENCE} where the conductivity is compensated
   */
  public static double of(double conductivity, double temperature) {
    return ofRatio(conductivity / 1_000 / STANDARD, temperature * T68_OF_T90, 0);
  }

  /**
   * @param ratio of the conductivity to that of the standard
   * @param t68 °C, IPTS-68
   * @param pressure decibar, 0 at the surface
   */
  static double ofRatio(double ratio, double t68, double pressure) {
    if (ratio <= FRESH) {
      return 0;
    }
    double rt = ratio / (pressureTerm(ratio, t68, pressure) * polynomial(C, t68));
    double f = (t68 - 15) / (1 + 0.0162 * (t68 - 15));
    double x = Math.sqrt(rt);
    double salinity = polynomial(A, x) + f * polynomial(B, x);
    return salinity >= EXTENDED_BELOW ? salinity : Math.max(0, extended(salinity, rt, f));
  }

  static double pressureTerm(double ratio, double t68, double pressure) {
    double above = pressure * polynomial(E, pressure);
    return 1 + above / (1 + (D[0] + D[1] * t68) * t68 + (D[2] + D[3] * t68) * ratio);
  }

  private static double extended(double salinity, double rt, double f) {
    double x = 400 * rt;
    double y = 100 * rt;
    double root = Math.sqrt(y);
    return salinity - A[0] / (1 + 1.5 * x + x * x) - B[0] * f / (1 + root + y + y * root);
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
