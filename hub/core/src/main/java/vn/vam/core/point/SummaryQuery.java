package vn.vam.core.point;

import java.time.Duration;
import java.time.Instant;
import vn.vam.core.station.Station;

/**
 * Whole windows of all of a station's series.
 *
 * @param from inclusive, the start of a window
 * @param to exclusive, the end of a window
 * @param every length of a window, whole milliseconds, aligned to the epoch
 */
public record SummaryQuery(Station station, Instant from, Instant to, Duration every) {
  public SummaryQuery {
    requireBound("from", from, every);
    requireBound("to", to, every);
  }

  private static void requireBound(String name, Instant bound, Duration every) {
    if (Math.floorMod(bound.toEpochMilli(), every.toMillis()) != 0) {
      throw new IllegalArgumentException(name + " is no bound of a window of " + every);
    }
  }
}
