package vn.vam.core.operator;

import java.time.Instant;
import java.util.List;
import vn.vam.core.alert.Alert;
import vn.vam.core.notify.Draft;

/** What operators have not been told of yet, on disk, with its timers. Every call blocks. */
public interface CallDesk {
  /**
   * Alerts that were put off until now or earlier wait again, from now on.
   *
   * @return them
   */
  List<Alert> wake(Instant now);

  /** What nobody has taken on, oldest first. */
  List<Waiting> waiting();

  /** What is over since, and nobody who was told of it knows. */
  List<Told> over();

  /** What was given to somebody who does not know it yet. */
  List<Alert> given();

  /**
   * One transaction: the messages, how many steps are told, and a line in the history where there
   * are messages. Does nothing where somebody has taken the alert on meanwhile.
   */
  void call(Call call, List<Draft> drafts, Instant now);

  /** One transaction: the messages, and nobody has to be told of the end any more. */
  void tellOver(Alert alert, List<Draft> drafts, Instant now);

  /** One transaction: the messages, and the one it was given to knows. */
  void tellGiven(Alert alert, List<Draft> drafts, Instant now);
}
