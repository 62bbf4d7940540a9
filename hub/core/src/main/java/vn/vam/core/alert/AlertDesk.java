package vn.vam.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.log.Place;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.SignalState;

/** Keeps alerts and what the rules remember. Every call blocks. */
public interface AlertDesk {
  /** How far the rules have read the log. */
  Place place();

  /** When the rules last kept what they had decided; nothing before the first time. */
  Optional<Instant> committedAt();

  /** What the rules remembered at that place. */
  List<RuleState> states();

  /** What was remembered at that place of what the rules hear. */
  List<SignalState> signals();

  /**
   * One transaction: the rules' place, what they remember, the alerts' new states, and a notice for
   * each change in the outbox.
   *
   * @param signals of what they hear, where it is another thing than before
   * @param now from which on an alert waits for an operator
   * @return the alerts that changed
   */
  List<Alert> commit(
      Place place,
      List<RuleState> states,
      List<SignalState> signals,
      List<AlertChange> changes,
      Instant now);

  /** The same where nothing else is remembered of what they hear. */
  default List<Alert> commit(
      Place place, List<RuleState> states, List<AlertChange> changes, Instant now) {
    return commit(place, states, List.of(), changes, now);
  }

  /**
   * One transaction: changes that no rule decided, such as the hub's own troubles, with their
   * notices.
   *
   * @return the alerts that changed
   */
  List<Alert> report(List<AlertChange> changes, Instant now);

  /** Newest first, at most {@code most}. */
  List<Alert> alerts(Optional<AlertState> state, int most);

  AlertCounts counts();

  /** Since the state was first created. */
  record AlertCounts(long raised, long cleared) {}
}
