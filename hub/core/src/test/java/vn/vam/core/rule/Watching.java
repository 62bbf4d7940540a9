package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.DeviceTraits;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/**
 * Rules of any kind, and readings that come by the minute. What the rules say is told in short:
 * {@code 30 raised xuan-hoa watch 0.7}.
 */
final class Watching {
  /** How old a value may be and still count. */
  static final Duration STALE = Duration.ofHours(1);

  static final StationId XUAN_HOA = new StationId("xuan-hoa");
  static final StationId MY_THO = new StationId("my-tho");
  static final Duration AT_ONCE = Duration.ZERO;

  private final List<Rule> rules;
  private final Map<String, RuleState> kept = new LinkedHashMap<>();
  private final Map<SignalState.Subject, SignalState> signals = new LinkedHashMap<>();
  private Registry registry;
  private RuleEngine engine;

  Watching(Rule... rules) {
    this(new Registry(List.of(), List.of()), rules);
  }

  Watching(Registry registry, Rule... rules) {
    this.registry = registry;
    this.rules = List.of(rules);
    this.engine = new RuleEngine(this.rules, List.of(), registry);
  }

  /** Two water stations and what hangs there. */
  static Registry river(Device... devices) {
    return new Registry(List.of(station(XUAN_HOA), station(MY_THO)), List.of(devices));
  }

  private static Station station(StationId id) {
    return new Station(
        id, id.value(), Kind.SALINITY, List.of(), Optional.empty(), Optional.empty());
  }

  /** A camera that tells its interval. */
  static Device camera(String id, Duration every) {
    return new Device(
        new DeviceId(id),
        XUAN_HOA,
        Kind.CAMERA,
        new DeviceTraits(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.of(every),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty()));
  }

  /** One that tells none. */
  static Device camera(String id) {
    return new Device(new DeviceId(id), XUAN_HOA, Kind.CAMERA);
  }

  static Device elsewhere(String camera) {
    return new Device(new DeviceId(camera), MY_THO, Kind.CAMERA);
  }

  static Device device(String id) {
    return new Device(new DeviceId(id), XUAN_HOA, Kind.SALINITY);
  }

  /** Watches salt at Xuân Hòa; a value counts for an hour. */
  static Rule rule(Condition raise, Duration raiseFor, Condition clear, Duration clearFor) {
    return rule(raise, raiseFor, clear, clearFor, List.of(), Schedule.ALWAYS);
  }

  static Rule rule(
      Condition raise,
      Duration raiseFor,
      Condition clear,
      Duration clearFor,
      List<Rung> ladder,
      Schedule schedule) {
    return new Rule(
        new RuleId("salt"),
        Optional.of(Quantity.SALINITY),
        Set.of(XUAN_HOA),
        Optional.empty(),
        raise,
        raiseFor,
        clear,
        clearFor,
        Severity.WATCH,
        ladder,
        schedule,
        Optional.empty(),
        "vi/measured",
        STALE);
  }

  static Condition.Beyond salt(Measure measure, Level level) {
    return new Condition.Beyond(Quantity.SALINITY, measure, level);
  }

  static Condition.Beyond salt(Level level) {
    return salt(new Measure.Newest(), level);
  }

  static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  static Instant minute(int minute) {
    return River.NOON.plus(minutes(minute));
  }

  List<String> says(int minute, double value) {
    return says(XUAN_HOA, minute, value);
  }

  List<String> says(StationId station, int minute, double value) {
    return says(station, minute, value, minute);
  }

  List<String> says(StationId station, int minute, double value, int lookedAt) {
    return told(engine.accept(measured(station, minute, value, Quality.PASS), minute(lookedAt)));
  }

  List<String> doubts(int minute, double value) {
    return told(engine.accept(measured(XUAN_HOA, minute, value, Quality.SUSPECT), minute(minute)));
  }

  static Reading measured(StationId station, int minute, double value, Quality quality) {
    return new Reading.Measured(
        new DeviceId(station + "-1"), station, Quantity.SALINITY, value, quality, minute(minute));
  }

  /** By one of several devices at Xuân Hòa. */
  List<String> says(String device, int minute, double value) {
    return says(device, Quantity.SALINITY, minute, value);
  }

  List<String> says(String device, Quantity quantity, int minute, double value) {
    return told(
        engine.accept(
            new Reading.Measured(
                new DeviceId(device), XUAN_HOA, quantity, value, Quality.PASS, minute(minute)),
            minute(minute)));
  }

  /** Several values, a minute apart. */
  List<String> saysInTurn(int minute, double... values) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      told.addAll(says(minute + i, values[i]));
    }
    return told;
  }

  List<String> sees(int minute, String id, CameraPhase phase) {
    return sees(minute, id, phase, minute);
  }

  List<String> sees(int minute, String id, CameraPhase phase, int lookedAt) {
    return told(engine.accept(event(minute, id, phase), minute(lookedAt)));
  }

  List<String> sees(int minute, String id, CameraEventType type, CameraPhase phase) {
    return hears(event(minute, id, type, phase));
  }

  /** What a gateway says of a camera. */
  static Hint.Presence presence(int minute, String camera, boolean online) {
    return new Hint.Presence(new DeviceId(camera), XUAN_HOA, online, minute(minute));
  }

  List<String> hears(Hint.Presence presence) {
    return told(engine.accept(presence, presence.at()));
  }

  /** Looked at when it was taken. */
  List<String> hears(Reading reading) {
    return told(engine.accept(reading, reading.takenAt()));
  }

  /** The same event, which tells that it began at that minute. */
  static Reading begun(Reading of, int minute) {
    Reading.CameraEvent event = (Reading.CameraEvent) of;
    return new Reading.CameraEvent(
        event.device(),
        event.station(),
        event.eventId(),
        event.type(),
        event.phase(),
        event.score(),
        event.zone(),
        event.quality(),
        event.takenAt(),
        Optional.of(minute(minute)),
        event.maskedPlate());
  }

  static Reading event(int minute, String id, CameraPhase phase) {
    return event(minute, id, CameraEventType.FLOOD, phase);
  }

  static Reading event(int minute, String id, CameraEventType type, CameraPhase phase) {
    return new Reading.CameraEvent(
        new DeviceId("cam-1"),
        XUAN_HOA,
        id,
        type,
        phase,
        Optional.empty(),
        Optional.empty(),
        Quality.PASS,
        minute(minute));
  }

  List<String> timePasses(int until) {
    return told(engine.advance(minute(until)));
  }

  /** A new engine, with what the old one left on disk and the readings the log still has. */
  void restarts(Reading... log) {
    restarts(Arrays.asList(log), Reading::takenAt);
  }

  /** The same, of readings that were looked at late. */
  void restarts(int lookedAt, Reading... log) {
    restarts(Arrays.asList(log), reading -> minute(lookedAt));
  }

  private void restarts(List<Reading> log, Function<Reading, Instant> lookedAt) {
    keep(engine.takeChanged());
    engine.takeSignals().forEach(state -> signals.put(state.subject(), state));
    engine = new RuleEngine(rules, kept.values(), registry);
    signals.values().forEach(engine::recall);
    log.forEach(reading -> engine.recall(reading, lookedAt.apply(reading)));
  }

  /** Other devices are there from now on. */
  void has(Registry other) {
    registry = other;
  }

  /** The same while the hub runs. */
  List<String> has(int minute, Registry other) {
    has(other);
    return told(engine.expect(other, minute(minute)));
  }

  List<RuleState> states() {
    keep(engine.takeChanged());
    return List.copyOf(kept.values());
  }

  private void keep(Collection<RuleState> states) {
    states.forEach(
        state -> kept.put(state.rule() + "/" + state.station() + "/" + state.rung(), state));
  }

  RuleEngine engine() {
    return engine;
  }

  private static List<String> told(List<AlertChange> changes) {
    return changes.stream().map(Watching::told).toList();
  }

  private static String told(AlertChange change) {
    double minutes = Duration.between(River.NOON, change.at()).toMillis() / 60_000.0;
    String line = line(change, minutes);
    return change.devices().isEmpty() ? line : line + " " + change.devices();
  }

  private static String line(AlertChange change, double minutes) {
    return String.format(
        Locale.ROOT,
        "%s %s %s %s %s",
        Numbers.written(Math.round(minutes * 1000) / 1000.0),
        change.word(),
        change.station(),
        change.severity().word(),
        Numbers.written(Math.round(change.value() * 1000) / 1000.0));
  }
}
