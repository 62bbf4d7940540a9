package vn.vam.sim.bench;

import java.util.Arrays;
import java.util.Optional;

/**
 * What came of it.
 *
 * @param missed breaches nobody was told of within half a minute
 * @param limits of citizens' own that the water of the others rose through meanwhile
 * @param p50Ms from publishing a breach to the request at the messenger
 * @param memoryMb resident at its most
 */
public record AlertFigures(
    int breaches,
    int missed,
    int beside,
    int limits,
    double p50Ms,
    double p99Ms,
    double worstMs,
    Optional<Fanout> fanout,
    long memoryMb) {

  /**
   * @param told different citizens
   * @param twice messages beyond one for a citizen
   * @param seconds from publishing to the last request
   * @param mostInAMinute requests in the busiest sixty seconds
   * @param graver citizens of a graver alert raised meanwhile
   * @param graverSeconds from its publishing to the last of them
   * @param overtaken of the first alert, sent while the graver one was being told
   */
  public record Fanout(
      int subscribers,
      int told,
      int twice,
      double seconds,
      int mostInAMinute,
      int allowed,
      int graver,
      double graverSeconds,
      int overtaken) {}

  static AlertFigures of(
      double[] latencies,
      int missed,
      int beside,
      int limits,
      Optional<Fanout> fanout,
      long memoryMb) {
    double[] sorted = latencies.clone();
    Arrays.sort(sorted);
    return new AlertFigures(
        latencies.length + missed,
        missed,
        beside,
        limits,
        at(sorted, 0.50),
        at(sorted, 0.99),
        at(sorted, 1),
        fanout,
        memoryMb);
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1L, Math.floor(share * sorted.length))];
  }

  /** Whether everybody was told once. */
  public boolean isFlawless() {
    return missed == 0
        && fanout.map(many -> many.told() == many.subscribers() && many.twice() == 0).orElse(true);
  }
}
