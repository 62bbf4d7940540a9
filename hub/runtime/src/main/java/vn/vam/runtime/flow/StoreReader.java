package vn.vam.runtime.flow;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.books.Books;
import vn.vam.core.books.ProgressKeeper;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.point.Stored;

/**
 * Reads the log and writes its points to the store, several batches at once. Its place moves in the
 * order of the log and only behind points the store has confirmed; what a crash makes it write
 * twice changes nothing there.
 */
public final class StoreReader {
  private static final Logger log = LoggerFactory.getLogger(StoreReader.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration BETWEEN_SAVES = Duration.ofMillis(100);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
  private static final int TELL_EVERY = 10;

  private final InFlight flights;
  private final ProgressKeeper keeper;
  private final StoreLedger ledger;
  private final Pace saves;
  private final Lag lag;
  private final ReadAhead ahead;
  private final RetryPause retry;
  private Place place;
  private volatile Place saved;
  private volatile boolean writing = true;

  /**
   * @param flights must wake the loop of this reader when the store answers
   * @param place where an earlier run left off
   */
  public StoreReader(
      ReadingLog readingLog,
      InFlight flights,
      ProgressKeeper keeper,
      Books books,
      RejectedShelf rejected,
      MeterRegistry metrics,
      Clock clock,
      RandomGenerator random,
      Lag lag,
      Place place) {
    this.flights = flights;
    this.keeper = keeper;
    this.ledger = new StoreLedger(books, rejected, metrics);
    this.saves = new Pace(BETWEEN_SAVES, clock);
    this.lag = lag;
    this.place = readingLog.resume(place);
    this.saved = this.place;
    this.ahead = new ReadAhead(readingLog, this.place);
    this.retry = new RetryPause(clock, random);
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
    boolean moved = settle();
    if (flights.deferred().isPresent()) {
      sendAgainIfDue();
    } else {
      sendMore();
    }
    moved |= settle();
    saveIfDue();
    Optional<Stored.Deferred> deferred = flights.deferred();
    return deferred.isPresent() ? waitOut(deferred.get()) : rest(moved);
  }

  /** What was taken out of turn waits for what is older. */
  private boolean settle() {
    boolean moved = false;
    while (settleOldest()) {
      moved = true;
      if (!writing) {
        recover();
      }
    }
    return moved;
  }

  private boolean settleOldest() {
    Optional<InFlight.Taken> taken = flights.oldestTaken();
    taken.ifPresent(
        done -> {
          ledger.enter(done.batch(), done.written());
          place = done.batch().place();
          done.batch().arrivedAt().ifPresent(lag::passed);
          flights.land();
        });
    return taken.isPresent();
  }

  /** Where the store is busy already, only a whole batch is worth another request. */
  private void sendMore() {
    while (flights.hasRoom()) {
      PointBatch next = ahead.next();
      if (next.isEmpty() || !(flights.isEmpty() || ahead.isFull()) || flights.hasPointOf(next)) {
        return;
      }
      next.arrivedAt().ifPresent(lag::met);
      flights.send(next);
      ahead.sent();
    }
  }

  /** One batch finds out whether the store is back. */
  private void sendAgainIfDue() {
    if (retry.isOver()) {
      retry.end();
      flights.sendAgain(1);
    }
  }

  /** Begins once everything that was under way is answered. */
  private Duration waitOut(Stored.Deferred deferred) {
    writing = false;
    if (flights.isAwaited()) {
      return IDLE;
    }
    if (!retry.isUnderWay()) {
      tell(deferred);
      retry.begin();
    }
    return retry.left();
  }

  private void tell(Stored.Deferred deferred) {
    if (retry.count() % TELL_EVERY == 0) {
      log.warn(
          "the store does not take points; they wait in the log, reason={}", deferred.reason());
    }
  }

  private void recover() {
    log.info("the store takes points again");
    retry.succeeded();
    writing = true;
    flights.sendAgain(Integer.MAX_VALUE);
  }

  private Duration rest(boolean moved) {
    if (moved) {
      return Duration.ZERO;
    }
    if (flights.isEmpty() && ahead.next().isEmpty()) {
      lag.passed(List.of());
    }
    return saved.equals(place) ? IDLE : BETWEEN_SAVES;
  }

  private void saveIfDue() {
    if (!saved.equals(place) && saves.isDue()) {
      save();
    }
  }

  /** Keeps how far it has come together with the books of the same instant. */
  private void save() {
    keeper.save(ledger.progress(place));
    saved = place;
    saves.happened();
  }

  /** Behind the last turn: waits for the store's answers and keeps how far it has come. */
  void finish() {
    flights.await(STOP_TIMEOUT);
    while (settleOldest()) {}
    save();
  }
}
