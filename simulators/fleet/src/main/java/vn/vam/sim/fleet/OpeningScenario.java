package vn.vam.sim.fleet;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Salt passes a sluice in the first minute, so that a visitor sees an alert come and go: fresh,
 * over 0.5 g/l at 8 s, over 1 at 12 s, about 4 at its height, below 0.4 again from 40 s to 55 s,
 * and then slowly over to the model. Wall clock, never scaled.
 *
 * @param delay this much later than at the first sluice
 * @param height of the wave against the first sluice's
 */
record OpeningScenario(Duration delay, double height) {

  private static final double FRESH = 0.3;
  private static final double BLEND_FROM = 55;
  private static final double BLEND_FOR = 180;
  private static final Curve WAVE =
      Curve.through(
          0, 0.22, 6, 0.3, 7.5, 0.52, 9, 0.75, 12, 1.3, 16, 2.6, 22, 3.95, 25, 4, 30, 2.6, 36, 0.8,
          39, 0.34, 42, 0.3);
  private static final Map<String, OpeningScenario> PLACES =
      Map.of(
          "xuan-hoa", new OpeningScenario(Duration.ZERO, 1),
          "vam-giong", new OpeningScenario(Duration.ofSeconds(5), 1.8));

  static Optional<OpeningScenario> at(String station) {
    return Optional.ofNullable(PLACES.get(station));
  }

  /** Salinity in g/l, given what the model says. */
  double salinity(Duration sinceStart, double model) {
    double seconds = seconds(sinceStart);
    double share = Curve.smooth((seconds - BLEND_FROM) / BLEND_FOR);
    return wave(seconds) * (1 - share) + model * share;
  }

  /** Whether the wave is still the whole story. */
  boolean runsAt(Duration sinceStart) {
    return seconds(sinceStart) < BLEND_FROM;
  }

  private double wave(double seconds) {
    double first = WAVE.at(seconds);
    return first <= FRESH ? first : FRESH + height * (first - FRESH);
  }

  private double seconds(Duration sinceStart) {
    return sinceStart.minus(delay).toMillis() / 1000.0;
  }
}
