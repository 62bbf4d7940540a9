package vn.vam.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  /** What is not cleared, newest first, at most {@code most}. */
  List<Alert> open(int most);
}
