package vn.vam.runtime.flow;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.books.Books;
import vn.vam.core.books.ProgressKeeper;
import vn.vam.core.books.StoreProgress;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Stored;
import vn.vam.core.retry.Backoff;

/**
 * Reads the log and writes its points to the store, in order. Its place moves only behind points
 * the store has confirmed; what a crash makes it write twice changes nothing there.
 */
public final class StoreReader {
  private static final Logger log = LoggerFactory.getLogger(StoreReader.class);
  private static final int MOST_BATCHES = 64;
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration BETWEEN_SAVES = Duration.ofMillis(100);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  private final ReadingLog readingLog;
  private final PointStore store;
  private final ProgressKeeper keeper;
  private final Books books;
  private final RejectedShelf rejected;
  private final MeterRegistry metrics;
  private final Pace saves;
  private final RandomGenerator random;
  private final Lag lag;
  private Place place;
  private volatile Place saved;
  private int failures;
  private volatile boolean writing = true;

  /**
   * @param place where an earlier run left off
   */
  public StoreReader(
      ReadingLog readingLog,
      PointStore store,
      ProgressKeeper keeper,
      Books books,
      RejectedShelf rejected,
      MeterRegistry metrics,
      Clock clock,
      RandomGenerator random,
      Lag lag,
      Place place) {
    this.readingLog = readingLog;
    this.store = store;
    this.keeper = keeper;
    this.books = books;
    this.rejected = rejected;
    this.metrics = metrics;
    this.saves = new Pace(BETWEEN_SAVES, clock);
    this.random = random;
    this.lag = lag;
    this.place = readingLog.resume(place);
    this.saved = this.place;
  }

  /** Whether the store took the last points it was given. */
  public boolean isWriting() {
    return writing;
  }

  /** How far the store has come. */
  public Place saved() {
    return saved;
  }

  Duration turn() {
    List<LogBatch> batches = readingLog.read(place, MOST_BATCHES);
    if (batches.isEmpty()) {
      saveIfDue();
      lag.passed(batches);
      return saved.equals(place) ? IDLE : BETWEEN_SAVES;
    }
    return store(PointBatch.of(batches, PointStore.MOST_POINTS));
  }

  private Duration store(PointBatch batch) {
    return switch (write(batch.points())) {
      case Stored.Written written -> {
        tellRecovered();
        settle(batch, written);
        place = batch.place();
        batch.arrivedAt().ifPresent(lag::passed);
        saveIfDue();
        yield Duration.ZERO;
      }
      case Stored.Deferred deferred -> {
        tellDeferred(deferred);
        yield BACKOFF.delay(failures++, random);
      }
    };
  }

  /** One batch of the log may hold more points than the store takes at once. */
  private Stored write(List<Point> points) {
    List<Stored.Refusal> refused = new ArrayList<>();
    for (int from = 0; from < points.size(); from += PointStore.MOST_POINTS) {
      int start = from;
      int end = Math.min(points.size(), start + PointStore.MOST_POINTS);
      switch (store.write(points.subList(start, end))) {
        case Stored.Deferred deferred -> {
          return deferred;
        }
        case Stored.Written written ->
            written.refused().stream()
                .map(refusal -> new Stored.Refusal(start + refusal.index(), refusal.reason()))
                .forEach(refused::add);
      }
    }
    return new Stored.Written(refused);
  }

  private void settle(PointBatch batch, Stored.Written written) {
    Set<LogEntry> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Stored.Refusal refusal : written.refused()) {
      for (LogEntry entry : batch.entriesOf(refusal.index())) {
        if (refused.add(entry)) {
          log.warn(
              "the store refused a point, source={} reason={}",
              entry.message().source(),
              refusal.reason());
          books.refuse(entry, refusal);
          rejected.refuse(batch.idOf(entry), entry, refusal.reason());
        }
      }
    }
    List<LogEntry> taken = new ArrayList<>(batch.entries());
    taken.removeIf(refused::contains);
    books.store(taken, batch.points().size() - written.refused().size(), batch.merged());
    metrics
        .counter("vam.points", "outcome", "written")
        .increment(batch.points().size() - written.refused().size());
  }

  private void saveIfDue() {
    if (!saved.equals(place) && saves.isDue()) {
      save();
    }
  }

  /** Keeps how far it has come together with the books of the same instant. */
  void save() {
    keeper.save(new StoreProgress(place, books.page(), rejected.refused()));
    saved = place;
    saves.happened();
  }

  private void tellDeferred(Stored.Deferred deferred) {
    if (failures % 10 == 0) {
      log.warn(
          "the store does not take points; they wait in the log, reason={}", deferred.reason());
    }
    writing = false;
  }

  private void tellRecovered() {
    if (!writing) {
      log.info("the store takes points again");
    }
    failures = 0;
    writing = true;
  }
}
