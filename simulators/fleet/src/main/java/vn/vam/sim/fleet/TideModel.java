package vn.vam.sim.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Water level from harmonic constituents; the tide here is mixed, mainly semidiurnal.
 *
 * @param meanLevelM metres over the gauge's zero
 * @param constituents in the same order everywhere on the river
 */
public record TideModel(double meanLevelM, List<Constituent> constituents) {

  /** 2024-01-01 00:00 +07:00, the hour the constants were fitted to. */
  static final Instant EPOCH = Instant.parse("2023-12-31T17:00:00Z");

  private static final double LUNAR_DAY_HOURS = 25;

  public TideModel {
    constituents = List.copyOf(constituents);
  }

  /** Level in metres. */
  public double levelAt(Instant modelTime) {
    double hours = hours(modelTime);
    return meanLevelM + constituents.stream().mapToDouble(wave -> wave.at(hours)).sum();
  }

  /** Mean level of the 25 hours around this moment, in metres. */
  public double dailyMeanAt(Instant modelTime) {
    double hours = hours(modelTime);
    return meanLevelM
        + constituents.stream().mapToDouble(w -> w.meanAround(hours, LUNAR_DAY_HOURS)).sum();
  }

  /** The tide at a share of the way to another gauge; see {@link Constituent#towards}. */
  TideModel towards(TideModel other, double share) {
    double mean = meanLevelM + Math.min(share, 1) * (other.meanLevelM - meanLevelM);
    return new TideModel(
        mean,
        IntStream.range(0, constituents.size())
            .mapToObj(i -> constituents.get(i).towards(other.constituents.get(i), share))
            .toList());
  }

  private static double hours(Instant modelTime) {
    return Duration.between(EPOCH, modelTime).toMillis() / 3_600_000.0;
  }
}
