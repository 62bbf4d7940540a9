package vn.vam.runtime.flow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Stored;

/**
 * Batches on their way to the store, several at once, in the order of the log. The store may answer
 * in any order; the oldest is settled first. Used by one thread, which is told of every answer.
 */
public final class InFlight {
  private static final Logger log = LoggerFactory.getLogger(InFlight.class);
  private static final int IDLE_THREADS_LIVE = 10;

  private final PointStore store;
  private final int most;
  private final Executor executor;
  private final Runnable answered;
  private final Deque<Flight> flights = new ArrayDeque<>();

  /**
   * @param most how many batches may be under way, at least 1
   * @param answered called on any thread after each answer
   */
  InFlight(PointStore store, int most, Executor executor, Runnable answered) {
    this.store = store;
    this.most = most;
    this.executor = executor;
    this.answered = answered;
  }

  /** On platform threads of their own, which end by themselves when nothing is left to do. */
  public static InFlight onThreads(PointStore store, int most, Runnable answered) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_THREADS_LIVE,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("vam-store-request-", 1).factory());
    threads.allowCoreThreadTimeOut(true);
    return new InFlight(store, most, threads, answered);
  }

  /** A batch whose points the store has taken or refused. */
  record Taken(PointBatch batch, Stored.Written written) {}

  private static final class Flight {
    private final PointBatch batch;
    private CompletableFuture<Stored> answer = new CompletableFuture<>();

    private Flight(PointBatch batch) {
      this.batch = batch;
    }

    private Optional<Taken> taken() {
      return answer.getNow(null) instanceof Stored.Written written
          ? Optional.of(new Taken(batch, written))
          : Optional.empty();
    }

    private Optional<Stored.Deferred> deferred() {
      return answer.getNow(null) instanceof Stored.Deferred deferred
          ? Optional.of(deferred)
          : Optional.empty();
    }
  }

  boolean isEmpty() {
    return flights.isEmpty();
  }

  boolean hasRoom() {
    return flights.size() < most;
  }

  /** Two of the same point must not race: the later one has to win. */
  boolean hasPointOf(PointBatch batch) {
    return flights.stream().anyMatch(flight -> flight.batch.sharesPointWith(batch));
  }

  void send(PointBatch batch) {
    Flight flight = new Flight(batch);
    flights.addLast(flight);
    send(flight);
  }

  private void send(Flight flight) {
    List<Point> points = flight.batch.points();
    CompletableFuture<Stored> sent =
        points.isEmpty()
            ? CompletableFuture.completedFuture(new Stored.Written(List.of()))
            : CompletableFuture.supplyAsync(() -> write(points), executor);
    flight.answer = sent.exceptionally(InFlight::surprised);
    flight.answer.thenRun(answered);
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

  /** A store that throws has not said what became of the points. */
  private static Stored surprised(Throwable mistake) {
    log.error("writing to the store failed and is tried again", mistake);
    return new Stored.Deferred("writing failed unexpectedly, see the error in the hub's log");
  }

  /** The store still has to answer. */
  boolean isAwaited() {
    return flights.stream().anyMatch(flight -> !flight.answer.isDone());
  }

  /** The oldest, where the store has taken it. */
  Optional<Taken> oldestTaken() {
    return Optional.ofNullable(flights.peekFirst()).flatMap(Flight::taken);
  }

  /** The oldest is settled, and counts no more. */
  void land() {
    flights.removeFirst();
  }

  /** The oldest answer that nothing is certain, if there is one. */
  Optional<Stored.Deferred> deferred() {
    return flights.stream().flatMap(flight -> flight.deferred().stream()).findFirst();
  }

  /** Sends deferred batches again, the oldest first. */
  void sendAgain(int atMost) {
    flights.stream()
        .filter(flight -> flight.deferred().isPresent())
        .limit(atMost)
        .forEach(this::send);
  }

  /** Returns once the store has answered everything, or the time is over. */
  void await(Duration atMost) {
    @Nullable CompletableFuture<?>[] all =
        flights.stream().map(flight -> flight.answer).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(all).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      log.warn("the store has not answered in time; it is written to again at the next start");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
