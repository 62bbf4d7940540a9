package vn.vam.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/** What the rules decided about a station, and how far telling people of it has come. */
public interface AlertTrail {
  /**
   * One decision.
   *
   * @param alert its number
   * @param told absent where nobody was to be told
   */
  record Decision(String alert, RuleId rule, AlertEvent event, Optional<Told> told) {}

  /**
   * The messages about it. No citizen is named.
   *
   * @param waiting not sent yet, or under way
   * @param received those of the delivered ones that a phone has confirmed
   */
  record Told(
      long total, long waiting, long delivered, long received, long unclear, long undeliverable) {}

  /**
   * In order, at most {@code most}. Blocks.
   *
   * @param from event time, inclusive
   * @param to exclusive
   */
  List<Decision> decisions(StationId station, Instant from, Instant to, int most);
}
