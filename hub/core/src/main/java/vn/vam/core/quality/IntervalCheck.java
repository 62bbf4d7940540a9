package vn.vam.core.quality;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;

/** Whether what a counter tells of one interval fits together. */
final class IntervalCheck {
  private static final Set<Quantity> CLASSES =
      EnumSet.range(Quantity.CLASS_MOTORCYCLE, Quantity.CLASS_BICYCLE);
  private static final double SECONDS_PER_HOUR = 3_600;

  private IntervalCheck() {}

  /**
   * @param perHour the most vehicles an hour of a lane; more come from a chattering detector
   */
  static Quality of(
      Reading.Counted counted, Optional<Double> perHour, QualityControl.Listener told) {
    Map<Quantity, Double> values = counted.values();
    Optional<Check> against =
        !isWhole(values)
            ? Optional.of(Check.SUM)
            : perHour.filter(most -> flow(values) > most).map(most -> Check.RANGE);
    against.ifPresent(check -> told.doubted(Quantity.COUNT, check));
    return against.isPresent() ? Quality.SUSPECT : Quality.PASS;
  }

  /** Vehicles of known classes can be fewer than all, never more; and what passed was moving. */
  private static boolean isWhole(Map<Quantity, Double> values) {
    double all = values.getOrDefault(Quantity.COUNT, Double.MAX_VALUE);
    double classed = CLASSES.stream().mapToDouble(each -> values.getOrDefault(each, 0.0)).sum();
    boolean stood =
        values.getOrDefault(Quantity.COUNT, 0.0) > 0
            && values.getOrDefault(Quantity.SPEED, 1.0) == 0;
    return classed <= all && !stood;
  }

  private static double flow(Map<Quantity, Double> values) {
    double seconds = values.getOrDefault(Quantity.INTERVAL, 0.0);
    return seconds > 0 ? values.getOrDefault(Quantity.COUNT, 0.0) * SECONDS_PER_HOUR / seconds : 0;
  }
}
