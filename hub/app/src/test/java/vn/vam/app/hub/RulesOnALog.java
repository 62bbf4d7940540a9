package vn.vam.app.hub;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.app.config.ConfigReader.RulesOnly;
import vn.vam.app.history.Backtest;
import vn.vam.app.history.LogHistory;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.alert.AlertState;
import vn.vam.core.books.Books;
import vn.vam.core.books.BooksPage;
import vn.vam.core.books.StoreProgress;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.message.DuplicateFilter;
import vn.vam.core.message.Identity;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.SignalState;
import vn.vam.core.station.Registry;
import vn.vam.runtime.flow.Ingest;
import vn.vam.runtime.flow.Lag;
import vn.vam.runtime.flow.Recall;
import vn.vam.runtime.flow.RuleReader;
import vn.vam.runtime.flow.RuleVerticle;
import vn.vam.runtime.flow.Signal;
import vn.vam.sqlite.log.KeptLog;
import vn.vam.sqlite.log.LogConfig;
import vn.vam.sqlite.log.SegmentedLog;
import vn.vam.sqlite.state.SqliteAlertDesk;
import vn.vam.sqlite.state.StateDatabase;
import vn.vam.testing.HandClock;

/** The part of a hub that judges, with its log and its state on disk and a clock moved by hand. */
final class RulesOnALog implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(5);

  private final List<Rule> rules;
  private final Registry registry;
  private final Path folder;
  private final HandClock clock;
  private final SegmentedLog log;
  private final StateDatabase state;
  private final Told desk;
  private RuleVerticle reader;
  private long messages;

  RulesOnALog(RulesOnly rules, Path folder, Instant start) {
    this.rules = rules.rules();
    this.registry = rules.registry();
    this.folder = folder;
    clock = new HandClock(start);
    log = SegmentedLog.open(LogConfig.in(folder.resolve("log")).withBallast(0), clock);
    state = StateDatabase.open(folder.resolve("state.db"));
    desk = new Told(new SqliteAlertDesk(state), new ArrayList<>());
    reader = start();
  }

  private RuleVerticle start() {
    RuleEngine engine = Engines.of(rules, List.of(), registry, desk);
    new Recall(
            new Books(BooksPage.empty()),
            new Ingest(Map.of(), new DuplicateFilter(1_000, 100), List.of()),
            new LatestReadings(Duration.ofHours(1)),
            new RejectedShelf(),
            engine)
        .from(log, StoreProgress.atTheStart(), desk.place());
    RuleReader feeding =
        new RuleReader(
            log,
            engine,
            desk,
            clock,
            alerts -> {},
            alerts -> {},
            new Lag("rules", clock, new SimpleMeterRegistry()),
            newcomers -> List.of());
    return new RuleVerticle(feeding, new Signal());
  }

  Instant now() {
    return clock.instant();
  }

  /** Time passes, and the hub looks up. */
  void passes(Duration time) {
    clock.forward(time);
    reader.turn();
  }

  /** A message each; they arrive together and are on disk together. */
  void hears(List<Outcome> said) {
    logs(said);
    reader.turn();
  }

  static Outcome said(Reading reading) {
    return new Outcome.Accepted(reading.device(), List.of(reading), new Identity.DeviceTime(), 0);
  }

  private LogEntry entry(Outcome outcome) {
    RawMessage message =
        new RawMessage("native", "c-1", "topic", Payload.ofText("{}"), false, clock.instant());
    return new LogEntry(message, outcome, new IdentityKey(1, ++messages));
  }

  /** A message each, on disk as the hub is killed: it was not looked at. */
  void logs(List<Outcome> said) {
    log.append(said.stream().map(this::entry).toList());
  }

  /**
   * Killed and started again: it looks at once at what was logged, and has waited for what the
   * brokers kept.
   *
   * @param away for how long
   */
  void restarts(Duration away) {
    clock.forward(away);
    reader = start();
    reader.turn();
    passes(READY);
  }

  /** What it told of, whenever it was told. */
  List<String> told() {
    return sorted(desk.changes());
  }

  /** What {@code vam rules test --log} tells of. */
  List<String> tested() {
    LogHistory heard = new LogHistory(new KeptLog(folder.resolve("log")), line -> {});
    Instant until = now().minus(RuleEngine.LATENESS);
    return sorted(
        Backtest.of(rules, registry, heard, Optional.of(until)).run(line -> {}).changes());
  }

  private static List<String> sorted(List<AlertChange> changes) {
    return changes.stream().map(AlertChange::toString).sorted().toList();
  }

  @Override
  public void close() {
    log.close();
    state.close();
  }

  /** Notes what is committed. */
  private record Told(AlertDesk desk, List<AlertChange> changes) implements AlertDesk {
    @Override
    public Place place() {
      return desk.place();
    }

    @Override
    public Optional<Instant> committedAt() {
      return desk.committedAt();
    }

    @Override
    public List<RuleState> states() {
      return desk.states();
    }

    @Override
    public List<SignalState> signals() {
      return desk.signals();
    }

    @Override
    public List<Alert> commit(
        Place place,
        List<RuleState> states,
        List<SignalState> signals,
        List<AlertChange> more,
        Instant now) {
      List<Alert> alerts = desk.commit(place, states, signals, more, now);
      changes.addAll(more);
      return alerts;
    }

    @Override
    public List<Alert> report(List<AlertChange> more, Instant now) {
      return desk.report(more, now);
    }

    @Override
    public List<Alert> alerts(Optional<AlertState> wanted, int most) {
      return desk.alerts(wanted, most);
    }

    @Override
    public AlertCounts counts() {
      return desk.counts();
    }
  }
}
