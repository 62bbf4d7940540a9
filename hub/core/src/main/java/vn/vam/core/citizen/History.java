package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.vam.core.point.Sample;
import vn.vam.core.station.Station;

/** What the water was like. Blocks. */
public interface History {
  /** Nothing is known of the past. */
  History NONE = (station, from, to, every) -> List.of();

  /**
   * Means of the salinity over windows, g/l, in order of time; none where the store does not
   * answer.
   */
  List<Sample> salinity(Station station, Instant from, Instant to, Duration every);
}
