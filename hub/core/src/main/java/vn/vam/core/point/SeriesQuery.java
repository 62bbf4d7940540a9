package vn.vam.core.point;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.vam.core.station.Station;

/**
 * A window of one station's series.
 *
 * @param field a numeric field's name
 * @param from inclusive
 * @param to exclusive
 * @param every means over windows of this length, aligned to the epoch; raw points where absent
 * @param most no more samples than this are read; ask for one more than wanted to learn that there
 *     are more
 */
public record SeriesQuery(
    Station station, String field, Instant from, Instant to, Optional<Duration> every, int most) {}
