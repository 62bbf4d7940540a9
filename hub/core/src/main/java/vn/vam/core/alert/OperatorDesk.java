package vn.vam.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/** Where operators look after alerts. Every call blocks. */
public interface OperatorDesk {
  Optional<Alert> alert(String number);

  /** Everything that happened to an alert, in order; empty where there is none of that number. */
  List<AlertEvent> history(String number);

  /**
   * One transaction: what the operator does, and a line in the alert's history. Done by the same
   * operator at the same instant a second time, it changes nothing.
   *
   * @param operator the name that is kept with it
   */
  Acted act(String number, OperatorAction action, String operator, Instant now);

  /** What is not cleared, newest first. */
  List<Alert> open();

  /** Nobody is told of the rule at the station until then; a later shelving replaces an earlier. */
  void shelve(Shelved shelved, Instant now);

  /**
   * Ends a shelving before its time, and tells what still holds.
   *
   * @return false where nothing was shelved
   */
  boolean unshelve(RuleId rule, StationId station, String operator, Instant now);

  /** What is shelved, the first to end first. */
  List<Shelved> shelved();
}
