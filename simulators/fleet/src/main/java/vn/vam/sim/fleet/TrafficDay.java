package vn.vam.sim.fleet;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The shape of a day on the road: people go to work and school, eat, and come home. */
final class TrafficDay {

  private static final double SUNDAY = 0.8;

  private TrafficDay() {}

  /**
   * Share of a day's vehicles that would pass in an hour like this moment; a full day sums to 1.
   */
  static double sharePerHour(Instant modelTime) {
    OffsetDateTime local = modelTime.atOffset(Province.LOCAL_TIME);
    double hour = local.toLocalTime().toSecondOfDay() / 3600.0;
    double shape =
        0.004
            + 0.032 * Curve.smooth((hour - 4.5) / 2) * Curve.smooth((23 - hour) / 4)
            + bump(hour, 6.8, 0.9, 0.072)
            + bump(hour, 11.3, 0.8, 0.018)
            + bump(hour, 17.2, 1.1, 0.066);
    return local.getDayOfWeek() == DayOfWeek.SUNDAY ? SUNDAY * shape : shape;
  }

  private static double bump(double hour, double at, double width, double height) {
    double distance = (hour - at) / width;
    return height * Math.exp(-distance * distance / 2);
  }
}
