package vn.vam.core.rule;

import java.time.Instant;
import vn.vam.core.station.StationId;

/**
 * What a rule remembers of a station, so that its timers survive a restart.
 *
 * @param rung 0 for the rule itself, from 1 on for the steps of its ladder
 * @param since when the level began to hold that the phase waits for; when the phase began
 *     otherwise
 * @param lastAt device time of the newest value seen
 * @param silences of each device, where it waits for silence; of rung 0 alone
 */
public record RuleState(
    RuleId rule,
    StationId station,
    int rung,
    Phase phase,
    Instant since,
    Instant lastAt,
    double lastValue,
    Silences silences) {
  /** Of a rule that waits for no silence. */
  public RuleState(
      RuleId rule,
      StationId station,
      int rung,
      Phase phase,
      Instant since,
      Instant lastAt,
      double lastValue) {
    this(rule, station, rung, phase, since, lastAt, lastValue, Silences.NONE);
  }

  public RuleState(
      RuleId rule,
      StationId station,
      Phase phase,
      Instant since,
      Instant lastAt,
      double lastValue) {
    this(rule, station, 0, phase, since, lastAt, lastValue);
  }

  /** From calm to alarm and back. */
  public enum Phase {
    NORMAL,
    /** The breach holds, but not yet for long enough. */
    PENDING,
    RAISED,
    /** Raised, and the safe level holds, but not yet for long enough. */
    CLEARING;

    /** Whether an alert stands. */
    public boolean isRaised() {
      return this == RAISED || this == CLEARING;
    }
  }
}
