package vn.vam.core.point;

import java.time.Instant;
import vn.vam.core.station.Station;

/**
 * All points of a station in a window, which is cut like that of a {@link SeriesQuery}.
 *
 * @param from inclusive
 * @param to exclusive
 * @param most no more points than this are read, at least 1; ask for one more than wanted to learn
 *     that there are more
 */
public record PointQuery(Station station, Instant from, Instant to, int most) {
  public PointQuery {
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
}
