package vn.vam.core.point;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.vam.core.station.Station;

/**
 * A window of one station's series. Points are kept at whole milliseconds between {@link
 * PointLimits#EARLIEST} and {@link PointLimits#LATEST}; the window is cut to those.
 *
 * @param field a numeric field's name
 * @param from inclusive
 * @param to exclusive
 * @param every means over windows of this length, 1 ms to 36,525 days, aligned to the epoch; raw
 *     points where absent
 * @param most no more samples than this are read, at least 1; ask for one more than wanted to learn
 *     that there are more
 */
public record SeriesQuery(
    Station station, String field, Instant from, Instant to, Optional<Duration> every, int most) {
  public SeriesQuery {
    if (every.isPresent() && !isWindow(every.get())) {
      throw new IllegalArgumentException("every is 1 ms to 36,525 days, was " + every.get());
    }
    if (most < 1) {
      throw new IllegalArgumentException("most is at least 1, was " + most);
    }
    from = PointLimits.bound(from);
    to = PointLimits.bound(to);
  }

  /** Nothing can lie in it. */
  public boolean isEmpty() {
    return !from.isBefore(to);
  }

  /** The part of it before a bound. */
  public SeriesQuery until(Instant bound) {
    return new SeriesQuery(station, field, from, bound.isBefore(to) ? bound : to, every, most);
  }

  /** The part of it from a bound on. */
  public SeriesQuery since(Instant bound, int most) {
    return new SeriesQuery(station, field, bound.isAfter(from) ? bound : from, to, every, most);
  }

  private static boolean isWindow(Duration every) {
    return every.compareTo(Duration.ofMillis(1)) >= 0
        && every.compareTo(Duration.ofDays(36_525)) <= 0;
  }
}
