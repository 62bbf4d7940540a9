package vn.vam.app.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.citizen.History;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Station;

/**
 * What the store kept, for the chat. A citizen waits for it until the deadline; a store that hangs
 * holds up a few of those who ask, and none of the others.
 */
final class StoredHistory implements History, AutoCloseable {
  static final int AT_ONCE = 4;

  private static final Logger log = LoggerFactory.getLogger(StoredHistory.class);
  private static final Duration DEADLINE = Duration.ofSeconds(3);
  private static final int MOST = 200;

  private final PointStore store;
  private final Duration deadline;
  private final ExecutorService readers =
      new ThreadPoolExecutor(
          0,
          AT_ONCE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("vam-history-", 0).factory());

  StoredHistory(PointStore store) {
    this(store, DEADLINE);
  }

  StoredHistory(PointStore store, Duration deadline) {
    this.store = store;
    this.deadline = deadline;
  }

  @Override
  public Past salinity(Station station, Instant from, Instant to, Duration every) {
    SeriesQuery query =
        new SeriesQuery(station, Quantity.SALINITY.field(), from, to, Optional.of(every), MOST);
    try {
      Future<Past> reading = readers.submit(() -> read(query));
      return reading.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return unavailable("no answer within " + deadline.toMillis() + " ms");
    } catch (RejectedExecutionException full) {
      return unavailable("every reader waits for the store, or the hub is stopping");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return unavailable("the hub is stopping");
    } catch (ExecutionException mistake) {
      throw new IllegalStateException("the store cannot be read for the chat", mistake);
    }
  }

  private Past read(SeriesQuery query) {
    try {
      return new Past.Kept(store.read(query));
    } catch (PointStore.StoreUnavailable away) {
      return unavailable(String.valueOf(away.getMessage()));
    }
  }

  private static Past unavailable(String reason) {
    log.warn("no history for the chat, reason={}", reason);
    return new Past.Unavailable();
  }

  /** Waits for no reading under way. */
  @Override
  public void close() {
    readers.shutdownNow();
  }
}
