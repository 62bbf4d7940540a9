package vn.vam.core.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.station.StationId;

/** Changes that wait for others along the same river or road. Every call blocks. */
public interface GatherDesk {
  /**
   * A change that waits.
   *
   * @param since when it began to wait
   * @param summary the number of the summary it is part of, once that is settled
   */
  record Held(AlertNotice notice, Instant since, Optional<Long> summary) {}

  /** From now on it waits. */
  void hold(AlertNotice notice, Instant now);

  /** Oldest first. */
  List<Held> held();

  /** A station for each alert that was raised or has ended since then. */
  List<StationId> changedSince(Instant since);

  /**
   * Settles which changes are told together, before anybody is told: whatever happens then, nobody
   * is told of one of them twice.
   *
   * @return the summary's number
   */
  long close(List<AlertNotice> notices);

  /** The messages are written, and the changes are told. */
  void tell(long summary, List<AlertNotice> notices, List<Draft> drafts, Instant now);
}
