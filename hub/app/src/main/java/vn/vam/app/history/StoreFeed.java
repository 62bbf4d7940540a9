package vn.vam.app.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import vn.vam.core.point.DoubtedPoints;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Stored;
import vn.vam.core.retry.Backoff;
import vn.vam.runtime.flow.Signal;

/**
 * Writes many points to the store in full batches, waits for it where it is away, and counts. A
 * point stays as doubted as the worst that comes for it, as where the running hub writes it.
 */
final class StoreFeed {
  private static final int MOST_TRIES = 10;
  private static final int PROGRESS_EVERY = 20;
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  private final PointStore store;
  private final Consumer<String> progress;
  private final DoubtedPoints doubted = new DoubtedPoints();
  private final List<Point> batch = new ArrayList<>();
  private int batches;
  private long written;
  private long refused;

  /**
   * @param progress takes a line now and then
   */
  StoreFeed(PointStore store, Consumer<String> progress) {
    this.store = store;
    this.progress = progress;
  }

  /**
   * @throws IllegalStateException when the store stays away
   */
  void add(Point point) throws InterruptedException {
    batch.add(doubted.written(point));
    if (batch.size() == PointStore.MOST_POINTS) {
      flush();
    }
  }

  void flush() throws InterruptedException {
    if (!batch.isEmpty()) {
      settle(write());
      batch.clear();
    }
  }

  private Stored.Written write() throws InterruptedException {
    for (int attempt = 0; ; attempt++) {
      switch (store.write(List.copyOf(batch))) {
        case Stored.Written taken -> {
          return taken;
        }
        case Stored.Deferred deferred -> await(deferred, attempt);
      }
    }
  }

  private void await(Stored.Deferred deferred, int attempt) throws InterruptedException {
    if (attempt + 1 == MOST_TRIES) {
      throw new IllegalStateException(
          "the store does not take points (%s); %d are written, and doing it again changes nothing"
              .formatted(deferred.reason(), written));
    }
    progress.accept("waiting for the store: " + deferred.reason());
    new Signal().await(BACKOFF.delay(attempt, RandomGenerator.getDefault()));
  }

  private void settle(Stored.Written taken) {
    taken.refused().stream()
        .map(refusal -> "refused: " + batch.get(refusal.index()).series() + ": " + refusal.reason())
        .distinct()
        .limit(3)
        .forEach(progress);
    refused += taken.refused().size();
    written += batch.size() - taken.refused().size();
    if (++batches % PROGRESS_EVERY == 0) {
      progress.accept(written + " points written");
    }
  }

  /** Points the store took. */
  long written() {
    return written;
  }

  /** Points the store will never take. */
  long refused() {
    return refused;
  }
}
