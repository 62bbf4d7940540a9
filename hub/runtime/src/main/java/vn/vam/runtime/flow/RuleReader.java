package vn.vam.runtime.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.log.ReadingLog.LogFailed;
import vn.vam.core.message.Outcome;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.SignalState;
import vn.vam.core.station.StationId;

/**
 * Reads the log and asks the rules. A change is committed at once, together with the place; without
 * one the place is kept a few times a second, since what is read again after a crash meets the same
 * states and gives the same changes.
 */
public final class RuleReader {
  private record Watched(RuleId rule, StationId station) {}

  private static final Logger log = LoggerFactory.getLogger(RuleReader.class);
  private static final int MOST_BATCHES = 16;
  private static final Duration BETWEEN_COMMITS = Duration.ofMillis(250);

  /** A restarted hub first hears what the brokers kept meanwhile: it may prevent what fell due. */
  public static final Duration AFTER_START = Duration.ofSeconds(5);

  private static final Duration TICK = Duration.ofMillis(250);

  private final ReadingLog readingLog;
  private final RuleEngine engine;
  private final AlertDesk desk;
  private final Clock clock;
  private final Consumer<List<Alert>> changed;
  private final Consumer<List<Alert>> shifted;
  private final Lag lag;
  private final Function<RuleEngine, List<AlertChange>> newcomers;

  /** The last that was logged before the start: what waits up to there is looked at as one. */
  private final long waiting;

  private Place place;
  private volatile Place committed;
  private final Pace commits;
  private final Pace start;
  private final List<AlertChange> changes = new ArrayList<>();
  private final List<RuleState> states = new ArrayList<>();
  private final List<SignalState> signals = new ArrayList<>();

  /**
   * @param changed told of alerts after their change is on disk
   * @param shifted the same of those that stand as before, but of other devices
   * @param newcomers brings rules to the engine, and takes them from it, before each turn; returns
   *     the ends of alerts that nobody judges any more
   */
  public RuleReader(
      ReadingLog readingLog,
      RuleEngine engine,
      AlertDesk desk,
      Clock clock,
      Consumer<List<Alert>> changed,
      Consumer<List<Alert>> shifted,
      Lag lag,
      Function<RuleEngine, List<AlertChange>> newcomers) {
    this.readingLog = readingLog;
    this.engine = engine;
    this.desk = desk;
    this.clock = clock;
    this.changed = changed;
    this.shifted = shifted;
    this.lag = lag;
    this.newcomers = newcomers;
    this.commits = new Pace(BETWEEN_COMMITS, clock);
    this.start = new Pace(AFTER_START, clock);
    start.happened();
    this.waiting = readingLog.end().batch();
    this.place = readingLog.resume(desk.place());
    this.committed = place;
    takeUp();
  }

  private void takeUp() {
    Instant now = clock.instant();
    engine.takeUp(now);
    try {
      readingLog.takenUp(now, desk.committedAt(), place);
    } catch (LogFailed failure) {
      log.warn("that the hub stood still is not in the log", failure);
    }
  }

  Duration turn() {
    changes.addAll(newcomers.apply(engine));
    List<LogBatch> batches = readingLog.read(place, MOST_BATCHES);
    lag.met(batches);
    batches.forEach(this::accept);
    if (batches.size() < MOST_BATCHES) {
      timePasses(clock.instant());
    }
    commitIfDue();
    lag.passed(batches);
    return batches.isEmpty() ? TICK : Duration.ZERO;
  }

  /** All that arrived before this instant has been read. */
  private void timePasses(Instant now) {
    if (start.isDue()) {
      changes.addAll(engine.advance(now.minus(RuleEngine.LATENESS)));
    }
  }

  private void accept(LogBatch batch) {
    if (batch.number() > waiting) {
      batch.arrivedAt().ifPresent(this::timePasses);
    }
    for (LogEntry entry : batch.entries()) {
      switch (entry.outcome()) {
        case Outcome.Accepted accepted -> accepted.readings().forEach(this::accept);
        case Outcome.Ignored ignored -> ignored.hints().forEach(this::accept);
        case Outcome.Rejected rejected -> {}
        case Outcome.Duplicate copy -> {}
      }
    }
    place = Place.of(batch.number());
  }

  private void accept(Reading reading) {
    changes.addAll(engine.accept(reading, clock.instant()));
  }

  private void accept(Hint hint) {
    changes.addAll(engine.accept(hint, clock.instant()));
  }

  private void commitIfDue() {
    boolean moved = !place.equals(committed) || engine.isChanged();
    if (!changes.isEmpty() || (moved && commits.isDue())) {
      commit();
    }
  }

  /** What could not be committed is kept and committed with what comes next. */
  void commit() {
    states.addAll(engine.takeChanged());
    signals.addAll(engine.takeSignals());
    List<Alert> alerts = desk.commit(place, states, signals, changes, clock.instant());
    List<AlertChange> made = List.copyOf(changes);
    states.clear();
    signals.clear();
    changes.clear();
    committed = place;
    commits.happened();
    tell(alerts, made);
  }

  /** An outage may end with changes of a hundred thousand limits: each is looked at once. */
  private void tell(List<Alert> alerts, List<AlertChange> made) {
    Set<Watched> moved =
        made.stream()
            .filter(change -> !(change instanceof AlertChange.Still))
            .map(change -> new Watched(change.rule(), change.station()))
            .collect(Collectors.toSet());
    Map<Boolean, List<Alert>> byMove =
        alerts.stream()
            .collect(
                Collectors.partitioningBy(
                    alert -> moved.contains(new Watched(alert.rule(), alert.station()))));
    byMove.forEach(
        (hasMoved, some) -> {
          if (!some.isEmpty()) {
            (hasMoved ? changed : shifted).accept(some);
          }
        });
  }

  /** How far the rules have read. */
  public Place committed() {
    return committed;
  }
}
