package vn.vam.sim.fleet;

import java.util.List;
import java.util.SplittableRandom;

/** Draws the library's generator does not have. */
final class Chance {

  private static final double LARGE = 60;

  private Chance() {}

  static int poisson(double mean, SplittableRandom random) {
    if (mean > LARGE) {
      return (int) Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    int count = 0;
    double left = Math.exp(-mean);
    for (double product = random.nextDouble(); product > left; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  static <T> T one(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}
