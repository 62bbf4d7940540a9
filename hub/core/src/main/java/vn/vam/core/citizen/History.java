package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.vam.core.point.Sample;
import vn.vam.core.station.Station;

/** What the water was like. Blocks, a few seconds at most. */
public interface History {
  /** Nothing is known of the past. */
  History NONE = (station, from, to, every) -> new Past.Kept(List.of());

  /** Means of the salinity over windows. */
  Past salinity(Station station, Instant from, Instant to, Duration every);

  /** What there is of a time. */
  sealed interface Past {
    /**
     * @param samples g/l, in order of time
     */
    record Kept(List<Sample> samples) implements Past {}

    /** Nobody can say now: the store is away, or silent for too long. */
    record Unavailable() implements Past {}
  }
}
