package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.vam.core.books.Account;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.books.Books;
import vn.vam.core.books.BooksPage;
import vn.vam.core.books.StoreProgress;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.point.Stored;
import vn.vam.testing.HandClock;

class StoringReadings {
  private static final Stored DOWN = new Stored.Deferred("the database is away");

  private final MemoryLog log = new MemoryLog();
  private final RejectedShelf rejected = new RejectedShelf();
  private final Books books = new Books(BooksPage.empty());
  private final HandClock clock = new HandClock(Water.NOON);
  private final ScriptedStore store = new ScriptedStore();
  private final KeptProgress kept = new KeptProgress();
  private final Lag lag = new Lag("store", clock, new SimpleMeterRegistry());
  private final StoreReader reader = reader(Place.START);

  @Test
  void with_nothing_to_do_it_rests() {
    assertThat(reader.turn()).isPositive();
    assertThat(store.writes).isEmpty();
  }

  @Test
  void what_the_store_took_is_stored_and_the_place_moves() {
    logged("0 4.2", "1 4.3");

    assertThat(reader.turn()).isZero();
    assertThat(reader.saved()).isEqualTo(Place.of(1));
    assertThat(books.page().total(Heading.STORED)).isEqualTo(2);
    assertThat(books.page().written()).isEqualTo(2);
  }

  @Test
  void place_and_books_are_kept_together() {
    logged("0 4.2");
    reader.turn();

    assertThat(kept.saved).isEqualTo(new StoreProgress(Place.of(1), books.page()));
  }

  @Test
  void what_the_store_defers_is_written_again_unchanged_and_the_place_stays() {
    logged("0 4.2");
    store.answers.add(DOWN);
    store.answers.add(DOWN);

    waitOut(reader.turn());
    waitOut(reader.turn());
    assertThat(reader.saved()).isEqualTo(Place.START);
    assertThat(reader.isWriting()).isFalse();
    assertThat(books.page().total(Heading.QUEUED)).isEqualTo(1);

    reader.turn();
    assertThat(store.writes).hasSize(3);
    assertThat(store.writes.get(2)).isEqualTo(store.writes.get(0));
    assertThat(reader.saved()).isEqualTo(Place.of(1));
    assertThat(reader.isWriting()).isTrue();
  }

  @Test
  void a_store_that_takes_nothing_leaves_it_behind_until_it_has_caught_up() {
    logged("0 4.2");
    store.answers.add(DOWN);
    Duration away = reader.turn();

    waitOut(away);
    assertThat(lag.seconds(clock.instant())).isEqualTo(away.toMillis() / 1_000.0);

    reader.turn();
    reader.turn();
    assertThat(lag.seconds(clock.instant())).isZero();
  }

  @Test
  void the_longer_the_store_is_away_the_longer_it_waits() {
    logged("0 4.2");
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      store.answers.add(DOWN);
      pauses.add(reader.turn());
      waitOut(pauses.getLast());
    }

    assertThat(pauses.getFirst()).isLessThanOrEqualTo(Duration.ofMillis(200));
    assertThat(pauses.getLast()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  @Test
  void messages_that_come_meanwhile_do_not_cut_the_pause_short() {
    logged("0 4.2");
    store.answers.add(DOWN);
    Duration pause = reader.turn();
    logged("1 4.3");
    clock.forward(pause.dividedBy(2));

    assertThat(reader.turn()).isPositive().isLessThan(pause);
    assertThat(store.writes).hasSize(1);
  }

  @Test
  void a_clock_that_is_set_back_does_not_prolong_the_pause() {
    logged("0 4.2");
    store.answers.add(DOWN);
    reader.turn();
    clock.forward(Duration.ofHours(-1));
    reader.turn();

    assertThat(store.writes).hasSize(2);
  }

  @Test
  void a_refused_point_makes_its_message_rejected_and_no_other() {
    logged("0 4.2", "1 4.3", "2 4.4");
    store.answers.add(new Stored.Written(List.of(new Stored.Refusal(1, "beyond retention"))));
    reader.turn();

    assertThat(books.page().accounts())
        .containsOnly(
            Map.entry(account(Heading.STORED, ""), 2L),
            Map.entry(account(Heading.REJECTED, "refused-by-store"), 1L));
    assertThat(books.page().written()).isEqualTo(2);
    assertThat(reader.saved()).isEqualTo(Place.of(1));
  }

  @Test
  void messages_that_share_a_refused_point_are_all_rejected() {
    logged(List.of(Water.entry(Water.salt(0, 4.2)), Water.entry(Water.warmth(0, 28))));
    store.answers.add(new Stored.Written(List.of(new Stored.Refusal(0, "beyond retention"))));
    reader.turn();

    assertThat(books.page().total(Heading.REJECTED)).isEqualTo(2);
    assertThat(books.page().balances()).isTrue();
  }

  @Test
  void a_message_with_two_refused_points_is_rejected_once() {
    logged(List.of(Water.entry(Water.salt(0, 4.2), Water.salt(1, 4.3))));
    store.answers.add(
        new Stored.Written(List.of(new Stored.Refusal(0, "no"), new Stored.Refusal(1, "no"))));
    reader.turn();

    assertThat(books.page().total(Heading.REJECTED)).isEqualTo(1);
    assertThat(books.page().balances()).isTrue();
  }

  @Test
  void points_of_one_series_and_time_are_written_as_one_and_counted_as_merged() {
    logged(List.of(Water.entry(Water.salt(0, 4.2)), Water.entry(Water.warmth(0, 28))));
    reader.turn();

    assertThat(store.writes.getFirst()).hasSize(1);
    assertThat(books.page().summary()).endsWith("points    2 = written 1 + merged 1");
  }

  @Test
  void batches_without_points_are_passed_without_a_write() {
    logged("broken", "kept");
    reader.turn();

    assertThat(store.writes).isEmpty();
    assertThat(reader.saved()).isEqualTo(Place.of(1));
  }

  @Test
  void several_batches_are_written_at_once() {
    logged("0 1");
    logged("1 2");
    logged("2 3");
    reader.turn();

    assertThat(store.writes).singleElement().satisfies(points -> assertThat(points).hasSize(3));
    assertThat(reader.saved()).isEqualTo(Place.of(3));
  }

  @Test
  void a_batch_of_more_points_than_the_store_takes_is_written_in_pieces() {
    logged(IntStream.range(0, 5_001).mapToObj(i -> Water.entry(Water.salt(i, 4))).toList());
    store.answers.add(new Stored.Written(List.of()));
    store.answers.add(new Stored.Written(List.of(new Stored.Refusal(0, "no"))));
    reader.turn();

    assertThat(store.writes).extracting(List::size).containsExactly(5_000, 1);
    assertThat(books.page().total(Heading.STORED)).isEqualTo(5_000);
    assertThat(books.page().total(Heading.REJECTED)).isEqualTo(1);
  }

  @Test
  void a_piece_that_is_deferred_defers_the_whole() {
    logged(IntStream.range(0, 5_001).mapToObj(i -> Water.entry(Water.salt(i, 4))).toList());
    store.answers.add(new Stored.Written(List.of()));
    store.answers.add(DOWN);
    reader.turn();

    assertThat(reader.saved()).isEqualTo(Place.START);
    assertThat(books.page().total(Heading.QUEUED)).isEqualTo(5_001);
  }

  @Test
  void it_is_not_kept_more_often_than_needed_but_nothing_is_left_unkept() {
    logged("0 1");
    reader.turn();
    logged("1 2");
    reader.turn();
    assertThat(reader.saved()).isEqualTo(Place.of(1));

    clock.forward(Duration.ofMillis(100));
    reader.turn();
    assertThat(reader.saved()).isEqualTo(Place.of(2));
  }

  @Test
  void a_clock_that_is_set_back_does_not_hold_it_up() {
    logged("0 1");
    reader.turn();
    clock.forward(Duration.ofHours(-1));
    logged("1 2");
    reader.turn();

    assertThat(reader.saved()).isEqualTo(Place.of(2));
  }

  @Test
  void when_place_and_books_cannot_be_kept_they_are_the_next_time() {
    logged("0 1");
    kept.full = true;
    assertThatIllegalStateException().isThrownBy(reader::turn);
    kept.full = false;
    reader.turn();

    assertThat(kept.saved).isEqualTo(new StoreProgress(Place.of(1), books.page()));
    assertThat(store.writes).hasSize(1);
  }

  @Test
  void after_a_restart_it_goes_on_where_it_was() {
    logged("0 1");
    logged("1 2");
    reader(Place.of(1)).turn();

    assertThat(store.writes).singleElement().satisfies(points -> assertThat(points).hasSize(1));
  }

  @Test
  void with_another_log_it_starts_at_its_beginning() {
    logged("0 1");
    reader(Place.of(99)).turn();

    assertThat(store.writes).hasSize(1);
  }

  private void waitOut(Duration pause) {
    assertThat(pause).isPositive();
    clock.forward(pause);
  }

  private void logged(String... texts) {
    logged(List.of(texts).stream().map(Water::entry).toList());
  }

  private void logged(List<LogEntry> entries) {
    entries.forEach(entry -> books.receive(entry.message().source()));
    books.log(log.append(entries));
  }

  private StoreReader reader(Place place) {
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    return new StoreReader(
        log,
        new InFlight(store, 3, Runnable::run, () -> {}),
        kept,
        books,
        rejected,
        metrics,
        clock,
        new Random(1),
        lag,
        place);
  }

  private static Account account(Heading heading, String reason) {
    return new Account(Water.SOURCE, Water.PROBE.value(), heading, reason);
  }
}
