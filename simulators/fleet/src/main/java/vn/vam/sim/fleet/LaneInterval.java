package vn.vam.sim.fleet;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What one lane counted in one interval.
 *
 * @param classes vehicles by class, every class present
 * @param speedKmh mean speed; meaningless when nothing passed
 */
record LaneInterval(Map<VehicleClass, Integer> classes, double speedKmh, Duration interval) {

  /** Above this many vehicles an hour a lane of mixed traffic slows down. */
  private static final double CAPACITY_PER_HOUR = 2_600;

  static LaneInterval draw(
      double perHour, double freeFlowKmh, Duration interval, SplittableRandom random) {
    double expected = perHour * interval.toMillis() / 3_600_000.0;
    Map<VehicleClass, Integer> classes = new EnumMap<>(VehicleClass.class);
    for (VehicleClass each : VehicleClass.values()) {
      classes.put(each, Chance.poisson(expected * each.share, random));
    }
    double load = Math.min(1.2, perHour / CAPACITY_PER_HOUR);
    double speed = freeFlowKmh * (1 - 0.55 * load * load) * (1 + 0.06 * random.nextGaussian());
    return new LaneInterval(classes, Math.max(5, speed), interval);
  }

  int count() {
    return classes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Share of the interval the detector was covered, 0 to 100. */
  double occupancyPct() {
    double metres =
        classes.entrySet().stream().mapToDouble(e -> e.getKey().lengthM * e.getValue()).sum();
    double seconds = metres / (speedKmh / 3.6);
    return Math.min(100, 100_000 * seconds / interval.toMillis());
  }
}
