package vn.vam.core.rule;

import java.time.Instant;
import java.util.Locale;
import vn.vam.core.station.StationId;

/**
 * A step in the life of an alert, decided by the rules.
 *
 * <p>{@code at} is event time: when the level had held long enough, not when we came to know.
 * {@code value} is the number the rule judges, in the unit of its quantity; events that were seen,
 * or minutes of silence.
 */
public sealed interface AlertChange {
  RuleId rule();

  StationId station();

  Severity severity();

  Instant at();

  double value();

  /** As people and programs read it: {@code raised}, {@code escalated} or {@code cleared}. */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  record Raised(RuleId rule, StationId station, Severity severity, Instant at, double value)
      implements AlertChange {}

  /**
   * @param severity the higher one it has reached
   */
  record Escalated(RuleId rule, StationId station, Severity severity, Instant at, double value)
      implements AlertChange {}

  /**
   * @param severity the highest it had reached
   */
  record Cleared(RuleId rule, StationId station, Severity severity, Instant at, double value)
      implements AlertChange {}
}
