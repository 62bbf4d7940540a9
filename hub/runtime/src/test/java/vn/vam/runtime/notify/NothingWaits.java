package vn.vam.runtime.notify;

import java.time.Instant;
import java.util.List;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.GatherDesk;
import vn.vam.core.station.StationId;

/** A desk at which no change waits for others. */
final class NothingWaits implements GatherDesk {
  @Override
  public void hold(AlertNotice notice, Instant now) {
    throw new AssertionError("nothing is along a river here");
  }

  @Override
  public List<Held> held() {
    return List.of();
  }

  @Override
  public List<StationId> changedSince(Instant since) {
    return List.of();
  }

  @Override
  public long close(List<AlertNotice> notices) {
    throw new AssertionError("nothing waits here");
  }

  @Override
  public void tell(long summary, List<AlertNotice> notices, List<Draft> drafts, Instant now) {
    throw new AssertionError("nothing waits here");
  }
}
