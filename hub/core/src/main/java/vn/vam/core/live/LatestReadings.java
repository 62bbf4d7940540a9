package vn.vam.core.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.StationId;

/**
 * The newest value of every quantity at every station and the events of every camera, by device
 * time: a late reading never replaces a newer one, a failed one replaces nothing. A road with
 * several lanes is one thing here. Safe for several threads.
 */
public final class LatestReadings {
  public static final Duration EVENT_IDLE = Condition.Seen.USUAL_IDLE;

  private static final int KEPT = 13;
  private static final Duration TREND_WINDOW = Duration.ofHours(1);
  private static final double STEADY_SHARE = 0.05;

  private final Duration staleAfter;
  private final Lanes lanes;
  private final Map<StationId, Map<Quantity, Deque<Latest>>> values = new HashMap<>();
  private final Map<StationId, Map<Quantity, Latest>> lastKnown = new HashMap<>();
  private final Map<StationId, SaltDays> saltDays = new HashMap<>();
  private final CameraEvents events;
  private final Presences presences = new Presences();

  public LatestReadings(Duration staleAfter) {
    this(staleAfter, EVENT_IDLE);
  }

  /**
   * @param staleAfter an older value says nothing about now
   * @param eventIdle a camera's event of which nothing is heard for so long has ended
   */
  public LatestReadings(Duration staleAfter, Duration eventIdle) {
    this.staleAfter = staleAfter;
    lanes = new Lanes(staleAfter);
    events = new CameraEvents(eventIdle);
  }

  /**
   * @return the values that are now the newest; none for a camera's event
   */
  public synchronized List<Observation> take(Reading reading) {
    if (isUnusable(reading.quality())) {
      return List.of();
    }
    presences.heard(reading.station(), reading.device(), reading.takenAt());
    return switch (reading) {
      case Reading.Measured measured -> newest(measured);
      case Reading.Counted counted -> newest(lanes.together(counted));
      case Reading.CameraEvent event -> {
        events.take(event);
        yield List.of();
      }
      case Reading.Past past -> List.of();
    };
  }

  /** What is only a hint is shown as long as nothing was measured. */
  public synchronized void take(Hint hint) {
    switch (hint) {
      case Hint.LastKnown last -> seed(last.reading());
      case Hint.Presence presence -> presences.take(presence);
    }
  }

  /** What a camera is in goes by the camera's time and so never covers what came later. */
  private void seed(Reading reading) {
    if (reading instanceof Reading.CameraEvent event && !isUnusable(event.quality())) {
      events.take(event);
    }
    Observation.of(reading).forEach(this::seed);
  }

  private void seed(Observation observation) {
    lastKnown
        .computeIfAbsent(observation.station(), id -> new EnumMap<>(Quantity.class))
        .put(
            observation.quantity(),
            new Latest(observation.value(), observation.at(), observation.quality()));
  }

  private List<Observation> newest(Reading reading) {
    List<Observation> newest = new ArrayList<>();
    for (Observation observation : Observation.of(reading)) {
      if (take(observation)) {
        newest.add(observation);
      }
    }
    return newest;
  }

  private static boolean isUnusable(Quality quality) {
    return quality == Quality.FAIL || quality == Quality.MISSING;
  }

  /**
   * @return whether this is now the newest value
   */
  public synchronized boolean take(Observation observation) {
    if (isUnusable(observation.quality())) {
      return false;
    }
    Deque<Latest> kept =
        values
            .computeIfAbsent(observation.station(), id -> new EnumMap<>(Quantity.class))
            .computeIfAbsent(observation.quantity(), quantity -> new ArrayDeque<>());
    if (!kept.isEmpty() && observation.at().isBefore(kept.getLast().time())) {
      return false;
    }
    kept.addLast(new Latest(observation.value(), observation.at(), observation.quality()));
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    remember(observation);
    return true;
  }

  /** A doubtful value begins nothing and ends nothing. */
  private void remember(Observation observation) {
    if (observation.quantity() == Quantity.SALINITY && observation.quality() != Quality.SUSPECT) {
      saltDays
          .computeIfAbsent(observation.station(), id -> new SaltDays(staleAfter))
          .take(observation.at(), observation.value());
    }
  }

  /**
   * From when on the salinity has been on that side, as far as values of the last three days tell;
   * nothing where the newest is on the other, doubtful ones aside.
   *
   * @param level one with one side
   */
  public synchronized Optional<Since> saltSince(StationId station, Level level) {
    return Optional.ofNullable(saltDays.get(station)).flatMap(days -> days.since(level));
  }

  public synchronized Map<Quantity, Latest> of(StationId station) {
    Map<Quantity, Latest> latest = new EnumMap<>(Quantity.class);
    latest.putAll(lastKnown.getOrDefault(station, Map.of()));
    values
        .getOrDefault(station, Map.of())
        .forEach((quantity, kept) -> latest.put(quantity, kept.getLast()));
    return Collections.unmodifiableMap(latest);
  }

  public Optional<Latest> of(StationId station, Quantity quantity) {
    return Optional.ofNullable(of(station).get(quantity));
  }

  public synchronized Optional<SeenEvent> lastEvent(StationId camera) {
    return events.last(camera);
  }

  /** The last thing of this kind the camera saw. */
  public synchronized Optional<SeenEvent> lastEvent(StationId camera, CameraEventType type) {
    return events.last(camera, type);
  }

  /** What the camera sees at this moment that somebody has to look after, the last of them. */
  public synchronized Optional<SeenEvent> hazard(StationId camera, Instant now) {
    return events.hazard(camera, now);
  }

  /** How many things the camera sees at this moment. */
  public synchronized int openEvents(StationId camera, Instant now) {
    return events.open(camera, now);
  }

  /** Whether a device of the station is there, as far as any of them ever said. */
  public synchronized Optional<Boolean> online(StationId station) {
    return presences.online(station);
  }

  /** How many lanes its newest values speak for; 0 where nothing is counted. */
  public synchronized int lanes(StationId road) {
    return lanes.of(road);
  }

  public synchronized Freshness freshness(StationId station, Instant now) {
    return values.getOrDefault(station, Map.of()).values().stream()
        .map(kept -> kept.getLast().time())
        .max(Comparator.naturalOrder())
        .map(newest -> freshness(station, newest, now))
        .orElse(lastKnown.containsKey(station) ? Freshness.STALE : Freshness.SILENT);
  }

  private Freshness freshness(StationId station, Instant newest, Instant now) {
    return newest.isBefore(now.minus(staleAfter)) || presences.areGone(station)
        ? Freshness.STALE
        : Freshness.FRESH;
  }

  /**
   * Compares the newest value with the oldest of the twelve before it that is not older than an
   * hour; less than a twentieth of it counts as steady. Nothing where there is only one value.
   */
  public synchronized Optional<Trend> trend(StationId station, Quantity quantity) {
    return before(station, quantity)
        .flatMap(
            oldest -> of(station, quantity).map(newest -> trend(oldest.value(), newest.value())));
  }

  /** The value that the newest one is compared with. */
  public synchronized Optional<Latest> before(StationId station, Quantity quantity) {
    Deque<Latest> kept = values.getOrDefault(station, Map.of()).get(quantity);
    if (kept == null || kept.size() < 2) {
      return Optional.empty();
    }
    Latest newest = kept.getLast();
    Instant earliest = newest.time().minus(TREND_WINDOW);
    return kept.stream()
        .filter(latest -> !latest.time().isBefore(earliest) && latest != newest)
        .findFirst();
  }

  private static Trend trend(double from, double to) {
    double change = to - from;
    if (Math.abs(change) <= STEADY_SHARE * Math.max(Math.abs(from), Math.abs(to))) {
      return Trend.STEADY;
    }
    return change > 0 ? Trend.RISING : Trend.FALLING;
  }
}
