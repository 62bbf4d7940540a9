package vn.vam.sim.fleet;

import java.util.ArrayList;
import java.util.List;

/**
 * Tide and salt of one stretch of the river. Three gauges along the Tiền carry the fit (hourly
 * record of January to June 2024); places between them are interpolated by river kilometre, places
 * above the last are a little later and thin out by 1/e every 9.5 km.
 *
 * <p>The record gives monthly means up to July. August to December, and which gauge has which mean
 * level within 0.09 to 0.24 m, are our assumption: fresh upriver until the north-east wind returns.
 */
record Reach(TideModel tide, SaltResponse salt) {

  private static final double MIDDLE_KM = 23;
  private static final double UPPER_KM = 42;
  private static final double THINNING_KM = 9.5;

  /** Rạch Bùn, at the sea. */
  private static final Reach COAST =
      new Reach(
          tide(
              0.09, 0.774, 146, 0.293, 73, 0.135, 297, 0.184, 249, 0.626, 301, 0.493, 18, 0.151,
              310),
          new SaltResponse(
              0.063,
              1,
              0.04,
              Season.of(19.4, 19.3, 23.8, 27.2, 22.2, 19.2, 18.7, 18.0, 17.0, 16.5, 17.5, 18.8)));

  /** Vàm Giồng. */
  private static final Reach MIDDLE =
      new Reach(
          tide(
              0.16, 0.707, 189, 0.273, 122, 0.129, 337, 0.134, 285, 0.624, 325, 0.473, 38, 0.139,
              343),
          new SaltResponse(
              0.233,
              2,
              0.12,
              Season.of(1.07, 3.0, 8.0, 5.7, 4.1, 1.7, 0.0, 0.0, 0.0, 0.0, 0.0, 0.3)));

  /** Xuân Hòa. */
  private static final Reach UPPER =
      new Reach(
          tide(
              0.24, 0.733, 201, 0.259, 132, 0.129, 350, 0.119, 288, 0.589, 331, 0.438, 45, 0.139,
              347),
          new SaltResponse(
              0.401,
              2,
              0.19,
              Season.of(0.09, 0.72, 4.4, 2.95, 1.5, 0.17, 0.0, 0.0, 0.0, 0.0, 0.0, 0.03)));

  /** Long Uông, on a canal of the polder and so with a fit of its own. */
  static final Reach LONG_UONG =
      new Reach(
          tide(
              0.16, 0.714, 155, 0.273, 79, 0.137, 310, 0.146, 254, 0.612, 308, 0.487, 22, 0.157,
              310),
          new SaltResponse(
              0.245,
              0,
              0.10,
              Season.of(2.95, 5.4, 10.7, 7.9, 5.2, 1.6, 0.5, 0.3, 0.1, 0.1, 0.3, 1.2)));

  /**
   * @param km from the mouth, 0 to 130
   */
  static Reach atKm(double km) {
    if (!(km >= 0 && km <= 130)) {
      throw new IllegalArgumentException("river kilometre must be 0 to 130, was " + km);
    }
    return km <= MIDDLE_KM
        ? COAST.towards(MIDDLE, km / MIDDLE_KM)
        : upriver(km, (km - MIDDLE_KM) / (UPPER_KM - MIDDLE_KM));
  }

  private static Reach upriver(double km, double share) {
    double thinned = Math.exp(-Math.max(0, km - UPPER_KM) / THINNING_KM);
    SaltResponse salt = MIDDLE.salt.towards(UPPER.salt, Math.min(1, share)).thinned(thinned);
    return new Reach(MIDDLE.tide.towards(UPPER.tide, share), salt);
  }

  private Reach towards(Reach other, double share) {
    return new Reach(tide.towards(other.tide, share), salt.towards(other.salt, share));
  }

  /** Amplitude (m) and phase (degrees) of M2, S2, N2, K2, K1, O1, P1. */
  private static TideModel tide(double meanLevel, double... amplitudeAndPhase) {
    List<Double> periods = List.of(12.4206, 12.0, 12.6583, 11.9672, 23.9345, 25.8193, 24.0659);
    List<Constituent> waves = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      waves.add(
          new Constituent(periods.get(i), amplitudeAndPhase[2 * i], amplitudeAndPhase[2 * i + 1]));
    }
    return new TideModel(meanLevel, waves);
  }
}
