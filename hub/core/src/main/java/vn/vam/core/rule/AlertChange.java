package vn.vam.core.rule;

import java.time.Instant;
import vn.vam.core.station.StationId;

/**
 * A step in the life of an alert, decided by the rules.
 *
 * <p>{@code at} is event time: when the level had held long enough, not when we came to know.
 */
public sealed interface AlertChange {
  RuleId rule();

  StationId station();

  Severity severity();

  Instant at();

  double value();

  record Raised(RuleId rule, StationId station, Severity severity, Instant at, double value)
      implements AlertChange {}

  record Cleared(RuleId rule, StationId station, Severity severity, Instant at, double value)
      implements AlertChange {}
}
