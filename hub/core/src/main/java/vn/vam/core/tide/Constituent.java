package vn.vam.core.tide;

/**
 * The seven constituents that make up the tide here; mixed, mainly semidiurnal: (K1+O1)/(M2+S2) is
 * about 1.05.
 */
enum Constituent {
  M2(12.4206),
  S2(12),
  N2(12.6583),
  K2(11.9672),
  K1(23.9345),
  O1(25.8193),
  P1(24.0659);

  private final double degreesAnHour;

  /**
   * @param period hours
   */
  Constituent(double period) {
    this.degreesAnHour = 360 / period;
  }

  double degreesAnHour() {
    return degreesAnHour;
  }
}
