package vn.vam.core.operator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.vam.core.alert.Alert;
import vn.vam.core.notify.Draft;

/** What operators have not been told of yet, on disk, with its timers. Every call blocks. */
public interface CallDesk {
  /**
   * Alerts that were put off until now or earlier wait again, from now on; what was shelved until
   * then is told.
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
   * What has been about other devices since then or longer, of those that operators were told of.
   */
  List<Shifted> shifted(Instant since);

  /**
   * What suspect values would have raised and nobody was told of, by rule and station, oldest
   * first; none of what was raised or shelved since.
   */
  List<Suspected> suspected();

  /** One transaction: the messages, and nobody has to be told of these any more. */
  void tellSuspected(Suspected suspected, List<Draft> drafts, Instant now);

  /**
   * One transaction: the messages, how many steps are told, and a line in the history where there
   * are messages. Does nothing where somebody has taken the alert on meanwhile.
   */
  void call(Call call, List<Draft> drafts, Instant now);

  /** Raised since then, whatever became of it. */
  List<Alert> raisedSince(Instant since);

  /** When each river or road had its last summary. */
  Map<String, Instant> summaries();

  /** As {@link #call}, for all calls of a summary. */
  void callTogether(Storms.Summary summary, List<Draft> drafts, Instant now);

  /** One transaction: the messages, and nobody has to be told of the end any more. */
  void tellOver(Alert alert, List<Draft> drafts, Instant now);

  /** One transaction: the messages, and operators know of its devices; not where these changed. */
  void tellShifted(Alert alert, List<Draft> drafts, Instant now);

  /** One transaction: the messages, and the one it was given to knows. */
  void tellGiven(Alert alert, List<Draft> drafts, Instant now);
}
