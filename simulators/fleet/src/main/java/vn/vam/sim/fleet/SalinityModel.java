package vn.vam.sim.fleet;

import java.time.Duration;
import java.time.Instant;

/**
 * Salinity at a place: S(t) = S̄(day) · [1 + b · (z(t − L) − z̄)], z̄ the mean level of 25 hours,
 * and what the tide does not explain. Fitted to the hourly record of 2024, a bad year.
 */
public final class SalinityModel {

  private final TideModel tide;
  private final SaltResponse response;
  private final SmoothNoise noise;

  SalinityModel(TideModel tide, SaltResponse response, long seed) {
    this.tide = tide;
    this.response = response;
    this.noise = new SmoothNoise(seed);
  }

  /** The model of a place on the river. */
  public static SalinityModel atKm(double riverKm, long seed) {
    Reach reach = Reach.atKm(riverKm);
    return new SalinityModel(reach.tide(), reach.salt(), seed);
  }

  /** Salinity in g/l, never below zero. */
  public double at(Instant modelTime) {
    double unexplained = 1 + response.noise() * noise.at(modelTime);
    return Math.max(0, expectedAt(modelTime) * unexplained);
  }

  /** What season and tide alone would give, g/l. */
  public double expectedAt(Instant modelTime) {
    Instant cause = modelTime.minus(Duration.ofMinutes(Math.round(60 * response.lagHours())));
    double aboveMean = tide.levelAt(cause) - tide.dailyMeanAt(cause);
    double swing = 1 + response.perMetre() * aboveMean;
    return Math.max(0, response.season().at(modelTime) * swing);
  }
}
