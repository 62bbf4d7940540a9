package vn.vam.core.bus;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A bus that comes.
 *
 * @param at when it leaves, as far as is known
 * @param late what the operator says of it just now; absent where only the timetable tells
 * @param bus where it is, if that is known
 */
public record Departure(
    Route route, String headsign, Instant at, Optional<Duration> late, Optional<Whereabouts> bus) {}
