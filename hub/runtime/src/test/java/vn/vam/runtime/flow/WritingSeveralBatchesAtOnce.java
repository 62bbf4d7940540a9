package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.books.Books;
import vn.vam.core.books.BooksPage;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Stored;
import vn.vam.testing.HandClock;

@Timeout(30)
class WritingSeveralBatchesAtOnce {
  private static final int WHOLE = PointStore.MOST_POINTS;
  private static final Stored TAKEN = new Stored.Written(List.of());
  private static final Stored DOWN = new Stored.Deferred("the database is away");

  private final MemoryLog log = new MemoryLog();
  private final Books books = new Books(BooksPage.empty());
  private final HandClock clock = new HandClock(Water.NOON);
  private final ScriptedStore store = new ScriptedStore();
  private final List<Runnable> started = new ArrayList<>();
  private final AtomicInteger wakes = new AtomicInteger();
  private final KeptProgress kept = new KeptProgress();
  private final StoreReader reader =
      reader(new InFlight(store, 3, started::add, wakes::incrementAndGet));

  private int minutes;

  @Test
  void as_many_are_under_way_as_are_allowed() {
    logWhole(5);
    reader.turn();

    assertThat(started).hasSize(3);
    assertThat(books.page().total(Heading.QUEUED)).isEqualTo(5L * WHOLE);
  }

  @Test
  void beside_one_under_way_only_a_whole_batch_is_sent() {
    logWhole(1);
    logged(1);
    reader.turn();
    assertThat(started).hasSize(1);

    answer(0, TAKEN);
    reader.turn();
    assertThat(store.writes).extracting(List::size).containsExactly(WHOLE);
    assertThat(started).hasSize(1);
  }

  @Test
  void what_waits_to_be_sent_grows_until_then() {
    logWhole(1);
    logged(1);
    reader.turn();
    logged(2);
    reader.turn();
    answer(0, TAKEN);
    reader.turn();
    answer(0, TAKEN);

    assertThat(store.writes).extracting(List::size).containsExactly(WHOLE, 3);
  }

  @Test
  void the_place_moves_in_the_order_of_the_log_whatever_the_order_of_the_answers() {
    logWhole(3);
    reader.turn();

    answer(2, TAKEN);
    answer(1, TAKEN);
    turnAfterASave();
    assertThat(reader.saved()).isEqualTo(Place.START);
    assertThat(books.page().total(Heading.STORED)).isZero();

    answer(0, TAKEN);
    turnAfterASave();
    assertThat(reader.saved()).isEqualTo(Place.of(3));
    assertThat(books.page().total(Heading.STORED)).isEqualTo(3L * WHOLE);
  }

  @Test
  void at_every_instant_the_books_balance_and_agree_with_the_place() {
    logWhole(6);
    Random order = new Random(7);
    while (books.page().total(Heading.STORED) < 6L * WHOLE) {
      turnAfterASave();
      if (!started.isEmpty()) {
        answer(order.nextInt(started.size()), order.nextInt(3) == 0 ? DOWN : TAKEN);
      }
      assertThat(books.page().balances()).isTrue();
      assertThat(kept.saved.page().total(Heading.STORED))
          .isEqualTo(kept.saved.place().batch() * WHOLE);
    }
    turnAfterASave();

    assertThat(reader.saved()).isEqualTo(Place.of(6));
  }

  @Test
  void two_with_the_same_point_are_never_under_way_together() {
    logWhole(1);
    log(IntStream.range(0, WHOLE).mapToObj(i -> Water.entry(Water.salt(i, 9))).toList());
    reader.turn();
    assertThat(started).hasSize(1);

    answer(0, TAKEN);
    reader.turn();
    answer(0, TAKEN);
    assertThat(store.writes).hasSize(2);
    assertThat(store.writes.getLast()).first().isNotEqualTo(store.writes.getFirst().getFirst());
  }

  @Test
  void the_same_point_waits_even_for_one_that_is_taken_and_not_settled() {
    logWhole(2);
    log(IntStream.range(WHOLE, 2 * WHOLE).mapToObj(i -> Water.entry(Water.salt(i, 9))).toList());
    reader.turn();
    answer(1, TAKEN);
    reader.turn();

    assertThat(started).hasSize(1);
  }

  @Test
  void one_that_fails_stops_further_ones_until_the_store_is_back() {
    logWhole(2);
    reader.turn();
    answer(1, DOWN);
    logWhole(1);
    reader.turn();
    assertThat(started).hasSize(1);
    assertThat(reader.isWriting()).isFalse();

    answer(0, TAKEN);
    reader.turn();
    assertThat(started).hasSize(2);
    assertThat(reader.isWriting()).isTrue();
  }

  @Test
  void when_all_fail_one_alone_finds_out_whether_the_store_is_back() {
    logWhole(5);
    reader.turn();
    answer(0, DOWN);
    answer(0, DOWN);
    answer(0, DOWN);
    Duration pause = reader.turn();
    assertThat(reader.isWriting()).isFalse();
    assertThat(started).isEmpty();

    clock.forward(pause);
    reader.turn();
    assertThat(started).hasSize(1);

    answer(0, TAKEN);
    assertThat(store.writes.get(3)).isEqualTo(store.writes.get(0));
    reader.turn();
    assertThat(started).hasSize(3);
    assertThat(reader.isWriting()).isTrue();
  }

  @Test
  void a_mistake_in_the_store_loses_nothing() {
    logWhole(1);
    reader.turn();
    store.asked =
        () -> {
          throw new IllegalStateException("a mistake of our own");
        };
    answer(0, TAKEN);
    store.asked = () -> {};
    clock.forward(reader.turn());
    reader.turn();
    started.removeFirst().run();
    turnAfterASave();

    assertThat(reader.saved()).isEqualTo(Place.of(1));
    assertThat(books.page().total(Heading.STORED)).isEqualTo(WHOLE);
  }

  @Test
  void every_answer_wakes_the_reader() {
    logWhole(2);
    reader.turn();
    answer(1, TAKEN);
    answer(0, DOWN);

    assertThat(wakes).hasValue(2);
  }

  @Test
  void stopping_waits_for_what_is_under_way_and_keeps_it() throws Exception {
    CountDownLatch asked = new CountDownLatch(3);
    CountDownLatch released = new CountDownLatch(1);
    store.asked =
        () -> {
          asked.countDown();
          awaitUninterruptibly(released);
        };
    StoreReader threaded = reader(InFlight.onThreads(store, 3, () -> {}));
    logWhole(3);
    threaded.turn();
    asked.await();
    Thread stopping = Thread.ofPlatform().start(threaded::finish);
    released.countDown();
    stopping.join();

    assertThat(threaded.saved()).isEqualTo(Place.of(3));
  }

  private void answer(int which, Stored answer) {
    store.answers.add(answer);
    started.remove(which).run();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Later than any pause or save. */
  private void turnAfterASave() {
    clock.forward(Duration.ofSeconds(11));
    reader.turn();
  }

  /** Batches of the log of as many points as the store takes. */
  private void logWhole(int batches) {
    for (int i = 0; i < batches; i++) {
      logged(WHOLE);
    }
  }

  private void logged(int points) {
    log(
        IntStream.range(minutes, minutes + points)
            .mapToObj(i -> Water.entry(Water.salt(i, 4)))
            .toList());
    minutes += points;
  }

  private void log(List<LogEntry> entries) {
    entries.forEach(entry -> books.receive(entry.message().source()));
    books.log(log.append(entries));
  }

  private StoreReader reader(InFlight flights) {
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    return new StoreReader(
        log,
        flights,
        kept,
        books,
        new RejectedShelf(),
        metrics,
        clock,
        new Random(1),
        new Lag("store", clock, metrics),
        Place.START);
  }
}
