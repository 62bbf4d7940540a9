package vn.vam.core.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Dangers that the messenger took and no phone has confirmed. Every call blocks. */
public interface Unconfirmed {
  /**
   * One of them, as it was sent.
   *
   * @param message with the words for a second time
   */
  record Overdue(OutboxMessage message, Way way) {}

  /**
   * Those of longer ago than this that are still to be told, oldest first, at most {@code most};
   * the others are forgotten.
   */
  List<Overdue> overdue(Duration patience, Instant now, int most);

  /** Sends it once more, by another way than before. */
  void goesOn(Overdue overdue, Instant now);

  /** Leaves it as it is until then: the way that is left is not open yet. */
  void waits(Overdue overdue, Instant until);

  /** Leaves it as it is: no other way is left. */
  void ends(Overdue overdue);
}
