package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.StationId;

/** One rule about salt, and a station whose values are told by the minute. */
final class River {
  static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  static final StationId XUAN_HOA = new StationId("xuan-hoa");
  static final RuleId SALT = new RuleId("salt");
  static final Rule AT_ONCE = rule(0, 0);

  private final RuleEngine engine;

  River(Rule rule) {
    this(rule, List.of());
  }

  River(Rule rule, List<RuleState> states) {
    engine = new RuleEngine(List.of(rule), states);
  }

  /** Raises above 0.5 g/l, clears below 0.4 g/l; a value holds for at most 30 minutes. */
  static Rule rule(int raiseMinutes, int clearMinutes) {
    return rule(new Level.Above(0.5), raiseMinutes, new Level.Below(0.4), clearMinutes);
  }

  static Rule rule(Level raise, int raiseMinutes, Level clear, int clearMinutes) {
    return new Rule(
        SALT,
        Quantity.SALINITY,
        Set.of(XUAN_HOA),
        raise,
        Duration.ofMinutes(raiseMinutes),
        clear,
        Duration.ofMinutes(clearMinutes),
        Severity.WATCH,
        "vi/salt",
        Duration.ofMinutes(30));
  }

  static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  static Observation value(int minute, double value, Quality quality) {
    return new Observation(XUAN_HOA, Quantity.SALINITY, value, quality, minute(minute));
  }

  static AlertChange raised(int minute, double value) {
    return new AlertChange.Raised(SALT, XUAN_HOA, Severity.WATCH, minute(minute), value);
  }

  static AlertChange cleared(int minute, double value) {
    return new AlertChange.Cleared(SALT, XUAN_HOA, Severity.WATCH, minute(minute), value);
  }

  /** A good value, looked at when it was measured. */
  List<AlertChange> says(int minute, double value) {
    return says(minute, value, Quality.PASS, minute);
  }

  List<AlertChange> says(int minute, double value, Quality quality, int lookedAt) {
    return engine.accept(value(minute, value, quality), minute(lookedAt));
  }

  /** Looked at when it was taken. */
  List<AlertChange> hears(Reading reading) {
    return engine.accept(reading, reading.takenAt());
  }

  List<AlertChange> timePasses(int until) {
    return engine.advance(minute(until));
  }

  List<RuleState> takeChanged() {
    return engine.takeChanged();
  }

  void recalls(int minute, double value) {
    engine.recall(value(minute, value, Quality.PASS), minute(minute));
  }
}
