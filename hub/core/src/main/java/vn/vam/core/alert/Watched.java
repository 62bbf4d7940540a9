package vn.vam.core.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/**
 * What is watched, kept beyond its time in the configuration, so that the end of an alert can be
 * told to the right people in the right words. Every call blocks.
 */
public interface Watched {
  /** Of every station that ever was there, by its newest name. */
  Map<StationId, String> names();

  /** These are there from now on. */
  void keep(Collection<Station> stations);

  /** What each rule's alerts told of when the hub ran last, by the severity they had. */
  Map<RuleId, Map<Severity, Set<String>>> subjects();

  /**
   * All that one alert of the rule is about, also where it is gone; none where each has its own.
   */
  Set<StationId> together(RuleId rule);

  /**
   * One transaction: the ends of alerts that nobody judges any more, with their notices and without
   * what their rules remember of them; and what the rules look at from now on.
   *
   * @return the alerts that ended
   */
  List<Alert> begin(Collection<Rule> rules, List<AlertChange.Cleared> ends, Instant now);
}
