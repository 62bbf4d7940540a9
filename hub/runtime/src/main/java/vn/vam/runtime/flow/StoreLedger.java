package vn.vam.runtime.flow;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.books.Books;
import vn.vam.core.books.StoreProgress;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.point.Stored;

/** Enters into the books what the store has taken and what it refused. */
final class StoreLedger {
  private static final Logger log = LoggerFactory.getLogger(StoreLedger.class);

  private final Books books;
  private final RejectedShelf rejected;
  private final MeterRegistry metrics;

  StoreLedger(Books books, RejectedShelf rejected, MeterRegistry metrics) {
    this.books = books;
    this.rejected = rejected;
    this.metrics = metrics;
  }

  void enter(PointBatch batch, Stored.Written written) {
    Set<LogEntry> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Stored.Refusal refusal : written.refused()) {
      for (LogEntry entry : batch.entriesOf(refusal.index())) {
        if (refused.add(entry)) {
          refuse(batch, entry, refusal);
        }
      }
    }
    List<LogEntry> taken = new ArrayList<>(batch.entries());
    taken.removeIf(refused::contains);
    int points = batch.points().size() - written.refused().size();
    books.store(taken, points, batch.merged());
    metrics.counter("vam.points", "outcome", "written").increment(points);
  }

  private void refuse(PointBatch batch, LogEntry entry, Stored.Refusal refusal) {
    log.warn(
        "the store refused a point, source={} reason={}",
        entry.message().source(),
        refusal.reason());
    books.refuse(entry, refusal);
    rejected.refuse(batch.idOf(entry), entry, refusal.reason());
  }

  /** The books of this instant, at the place they were kept up to. */
  StoreProgress progress(Place place) {
    return new StoreProgress(place, books.page(), rejected.refused());
  }
}
