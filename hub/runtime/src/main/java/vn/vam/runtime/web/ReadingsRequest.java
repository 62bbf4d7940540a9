package vn.vam.runtime.web;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Station;

/** What someone wants to read of a station, understood or refused with every mistake at once. */
sealed interface ReadingsRequest {
  int MOST_POINTS = 10_000;

  record Wanted(Quantity quantity, SeriesQuery query) implements ReadingsRequest {}

  record Refused(Problem problem) implements ReadingsRequest {}

  static ReadingsRequest read(Station station, MultiMap parameters, Instant now) {
    return new Reader(station, parameters, now).read();
  }

  static Problem tooMany() {
    return Problem.tooManyPoints(
        "One answer holds at most "
            + MOST_POINTS
            + " points: ask for means with every=10m (or a longer span), or for a shorter time.");
  }

  /** Collects complaints while it reads. */
  final class Reader {
    /** Most of them may be empty: a store that is asked for more looks at each for long. */
    private static final long MOST_WINDOWS = 100L * MOST_POINTS;

    private static final Duration DEFAULT_WINDOW = Duration.ofHours(24);

    /** Clocks of devices may run a little ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Station station;
    private final MultiMap parameters;
    private final Instant now;
    private final List<String> complaints = new ArrayList<>();

    private Reader(Station station, MultiMap parameters, Instant now) {
      this.station = station;
      this.parameters = parameters;
      this.now = now;
    }

    private ReadingsRequest read() {
      Quantity quantity = quantity();
      Instant to = time("to").orElse(now.plus(AHEAD));
      Instant from =
          time("from").orElse((parameter("to").isPresent() ? to : now).minus(DEFAULT_WINDOW));
      Optional<Duration> every = every();
      if (complaints.isEmpty() && !from.isBefore(to)) {
        complaints.add("from must be before to");
      }
      if (!complaints.isEmpty()) {
        return new Refused(Problem.badParameter(String.join("; ", complaints)));
      }
      return every.isPresent() && windows(from, to, every.get()) > MOST_WINDOWS
          ? new Refused(tooMany())
          : new Wanted(quantity, query(quantity, from, to, every));
    }

    /** One more than an answer holds, to learn that there are more. */
    private SeriesQuery query(
        Quantity quantity, Instant from, Instant to, Optional<Duration> every) {
      return new SeriesQuery(station, quantity.field(), from, to, every, MOST_POINTS + 1);
    }

    private static long windows(Instant from, Instant to, Duration every) {
      return Duration.between(from, to).dividedBy(every) + 1;
    }

    private Quantity quantity() {
      Set<Quantity> known = Quantity.of(station.kind());
      Optional<String> asked = parameter("quantity");
      Optional<Quantity> found = asked.flatMap(Quantity::ofField).filter(known::contains);
      if (asked.isPresent() && found.isEmpty()) {
        complaints.add(
            "quantity must be one of: "
                + known.stream().map(Quantity::field).collect(Collectors.joining(", ")));
      }
      return found.orElse(usual());
    }

    /** What people mean when they name none. */
    private Quantity usual() {
      return switch (station.kind()) {
        case SALINITY -> Quantity.SALINITY;
        case TRAFFIC -> Quantity.COUNT;
        case CAMERA -> Quantity.SCORE;
      };
    }

    private Optional<Instant> time(String name) {
      Optional<String> asked = parameter(name);
      Optional<Instant> time = asked.flatMap(Times::time);
      if (asked.isPresent() && time.isEmpty()) {
        complaints.add(
            name + " must be a time with offset, such as 2026-03-12T12:00:00+07:00 (+ as %2B)");
      }
      return time;
    }

    private Optional<Duration> every() {
      Optional<String> asked = parameter("every");
      Optional<Duration> span = asked.flatMap(Times::span);
      if (asked.isPresent() && span.isEmpty()) {
        complaints.add("every must be a span from 1s to 366d, such as 10m, 1h or PT10M");
      }
      return span;
    }

    private Optional<String> parameter(String name) {
      return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
    }
  }
}
