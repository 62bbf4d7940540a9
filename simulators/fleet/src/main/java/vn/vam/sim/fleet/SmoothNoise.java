package vn.vam.sim.fleet;

import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Weather nobody modelled: a value for every moment, standard normal at knots three hours apart and
 * smooth between them. A function of time, so that it does not depend on how often it is asked.
 */
record SmoothNoise(long seed) {

  private static final double KNOT_SECONDS = 3 * 3600;
  private static final double CALM = 2;

  double at(Instant modelTime) {
    double knots = modelTime.getEpochSecond() / KNOT_SECONDS;
    long before = (long) Math.floor(knots);
    double share = Curve.smooth(knots - before);
    return knot(before) * (1 - share) + knot(before + 1) * share;
  }

  private double knot(long number) {
    double value = new SplittableRandom(seed ^ (number * 0x9E3779B97F4A7C15L)).nextGaussian();
    return Math.clamp(value, -CALM, CALM);
  }
}
