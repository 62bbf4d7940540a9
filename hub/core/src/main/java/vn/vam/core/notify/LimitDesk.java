package vn.vam.core.notify;

import java.time.Instant;
import java.util.List;

/** Changes of citizens' own limits that wait for others of the same citizen. Every call blocks. */
public interface LimitDesk {
  /** From now on it waits. */
  void hold(AlertNotice notice, Instant now);

  /**
   * All that waits for those of whom something has waited since then, citizen by citizen, each in
   * order.
   *
   * @param now what waits since later than this waits since a clock was set back
   * @param most citizens
   */
  List<List<AlertNotice>> waiting(Instant since, Instant now, int most);

  /** One transaction: the messages are written, and the changes are told. */
  void tell(List<AlertNotice> notices, List<Draft> drafts, Instant now);
}
