package vn.vam.core.alert;

import java.time.Instant;
import java.util.List;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/** What the rules decided about a station. */
public interface AlertTrail {
  /**
   * One decision.
   *
   * @param alert its number
   */
  record Decision(String alert, RuleId rule, AlertEvent event) {}

  /**
   * In order, at most {@code most}. Blocks.
   *
   * @param from event time, inclusive
   * @param to exclusive
   */
  List<Decision> decisions(StationId station, Instant from, Instant to, int most);
}
