package vn.vam.sim.fleet;

/** What a probe compensated to 25 °C would show at a salinity. */
final class Conductivity {

  /** PSS-78 with the extension of Hill et al. 1986 below 2, inverted: g/l against mS/cm. */
  private static final Curve EC25 =
      Curve.through(
          0, 0, 0.25, 0.5195, 0.5, 1.0148, 1, 1.9691, 2, 3.7967, 4, 7.2767, 8, 13.857, 15, 24.695,
          30, 46.253, 40, 60.0);

  private Conductivity() {}

  /** From 0 to 40 g/l; the answer in µS/cm. */
  static double ec25(double salinityGl) {
    return 1000 * EC25.at(salinityGl);
  }
}
