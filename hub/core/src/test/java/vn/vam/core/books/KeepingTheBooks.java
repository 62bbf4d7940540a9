package vn.vam.core.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReplayOf;
import vn.vam.core.message.Identity;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.point.Stored;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

class KeepingTheBooks {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final DeviceId PROBE = new DeviceId("xuan-hoa-1");

  private final Books books = new Books(BooksPage.empty());

  @Test
  void an_empty_page_balances() {
    assertThat(books.page().balances()).isTrue();
    assertThat(books.page().totalReceived()).isZero();
  }

  @Test
  void what_was_received_and_not_yet_logged_is_in_hand() {
    books.receive("native");

    assertThat(books.page().inHand()).containsExactly(Map.entry("native", 1L));
    assertThat(books.page().balances()).isTrue();
  }

  @Nested
  class OnceLogged {
    @Test
    void an_accepted_message_is_queued_under_its_device() {
      log(1, accepted());

      assertThat(books.page().accounts())
          .containsExactly(Map.entry(new Account("native", "xuan-hoa-1", Heading.QUEUED, ""), 1L));
    }

    @Test
    void a_rejected_message_stands_under_its_reason() {
      log(
          1,
          entry(
              new Outcome.Rejected(
                  Optional.empty(), RejectReason.UNKNOWN_DEVICE, Optional.of("topic"), "detail")));

      assertThat(books.page().accounts())
          .containsExactly(
              Map.entry(new Account("native", "-", Heading.REJECTED, "unknown-device"), 1L));
    }

    @Test
    void an_ignored_message_stands_under_its_reason() {
      log(1, entry(new Outcome.Ignored(Optional.of(PROBE), "retained")));

      assertThat(books.page().accounts())
          .containsExactly(
              Map.entry(new Account("native", "xuan-hoa-1", Heading.IGNORED, "retained"), 1L));
    }

    @Test
    void a_duplicate_stands_apart() {
      log(1, entry(new Outcome.Duplicate(Optional.of(PROBE))));

      assertThat(books.page().total(Heading.DUPLICATE)).isEqualTo(1);
    }

    @Test
    void nothing_of_it_is_in_hand_any_more() {
      log(7, accepted(), accepted());

      assertThat(books.page().inHand()).isEmpty();
      assertThat(books.page().logged()).isEqualTo(Place.of(7));
      assertThat(books.page().balances()).isTrue();
    }
  }

  @Nested
  class OnceTheStoreAnswered {
    @Test
    void stored_messages_leave_the_queue() {
      log(1, accepted(), accepted());
      books.store(List.of(accepted(), accepted()), 3, 1);

      assertThat(books.page().total(Heading.QUEUED)).isZero();
      assertThat(books.page().total(Heading.STORED)).isEqualTo(2);
      assertThat(books.page().written()).isEqualTo(3);
      assertThat(books.page().merged()).isEqualTo(1);
    }

    @Test
    void a_refused_message_is_rejected_and_was_received_once() {
      log(1, accepted());
      books.refuse(accepted(), new Stored.Refusal(0, "beyond retention"));

      assertThat(books.page().accounts())
          .containsExactly(
              Map.entry(
                  new Account("native", "xuan-hoa-1", Heading.REJECTED, "refused-by-store"), 1L));
      assertThat(books.page().totalReceived()).isEqualTo(1);
    }
  }

  @Nested
  class OnceReplayed {
    @Test
    void a_rejected_message_is_queued_and_was_received_once() {
      log(1, rejected(RejectReason.UNKNOWN_DEVICE));
      books.log(new LogBatch(2, List.of(replay(accepted(), RejectReason.UNKNOWN_DEVICE))));

      assertThat(books.page().accounts())
          .containsExactly(Map.entry(new Account("native", "xuan-hoa-1", Heading.QUEUED, ""), 1L));
      assertThat(books.page().totalReceived()).isEqualTo(1);
      assertThat(books.page().balances()).isTrue();
    }

    @Test
    void one_that_is_rejected_again_stands_under_its_new_reason() {
      log(1, rejected(RejectReason.UNKNOWN_DEVICE));
      LogEntry again = replay(rejected(RejectReason.BAD_FIELD), RejectReason.UNKNOWN_DEVICE);
      books.log(new LogBatch(2, List.of(again)));

      assertThat(books.page().accounts())
          .containsExactly(
              Map.entry(new Account("native", "-", Heading.REJECTED, "bad-field"), 1L));
    }

    @Test
    void one_the_store_had_refused_is_queued_again() {
      log(1, accepted());
      books.refuse(accepted(), new Stored.Refusal(0, "beyond retention"));
      LogEntry again = replay(accepted(), Optional.of(PROBE), RejectReason.REFUSED_BY_STORE);
      books.log(new LogBatch(2, List.of(again)));

      assertThat(books.page().total(Heading.QUEUED)).isEqualTo(1);
      assertThat(books.page().total(Heading.REJECTED)).isZero();
    }

    @Test
    void a_crash_behind_it_changes_nothing() {
      log(1, rejected(RejectReason.UNKNOWN_DEVICE));
      BooksPage early = books.page();
      LogBatch replayed = new LogBatch(2, List.of(replay(accepted(), RejectReason.UNKNOWN_DEVICE)));
      books.log(replayed);

      Books restarted = new Books(early);
      restarted.recall(replayed);

      assertThat(restarted.page()).isEqualTo(books.page());
    }
  }

  @Nested
  class AfterARestart {
    @Test
    void received_is_what_was_logged() {
      books.receive("native");
      log(1, accepted());

      assertThat(new Books(books.page()).page().received())
          .containsExactly(Map.entry("native", 1L));
    }

    @Test
    void what_was_in_hand_is_the_brokers_again() {
      books.receive("native");

      assertThat(new Books(books.page()).page()).isEqualTo(BooksPage.empty());
    }

    @Test
    void batches_behind_the_last_page_are_counted_again() {
      BooksPage early = books.page();
      log(1, accepted(), entry(new Outcome.Ignored(Optional.empty(), "retained")));

      Books restarted = new Books(early);
      restarted.recall(
          new LogBatch(
              1, List.of(accepted(), entry(new Outcome.Ignored(Optional.empty(), "retained")))));

      assertThat(restarted.page()).isEqualTo(books.page());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void they_balance_whatever_happens_in_whatever_order(long seed) {
    Random random = new Random(seed);
    List<LogEntry> queued = new ArrayList<>();
    for (int step = 0; step < 500; step++) {
      switch (random.nextInt(4)) {
        case 0 -> books.receive("native");
        case 1 -> queued.addAll(logAny(step, random));
        case 2 -> {
          books.store(queued, queued.size(), 0);
          queued.clear();
        }
        default -> {
          if (!queued.isEmpty()) {
            books.refuse(queued.removeLast(), new Stored.Refusal(0, "no"));
          }
        }
      }

      assertThat(books.page().balances()).isTrue();
    }
  }

  @Test
  void the_summary_names_every_heading() {
    log(
        1,
        accepted(),
        accepted(),
        entry(new Outcome.Ignored(Optional.empty(), "retained")),
        entry(new Outcome.Duplicate(Optional.empty())));
    books.store(List.of(accepted()), 2, 1);
    books.receive("native");

    assertThat(books.page().summary())
        .isEqualTo(
            """
            messages  received 5 = in hand 1 + queued 1 + stored 1 + rejected 0 + ignored 1 + duplicate 1
            points    3 = written 2 + merged 1""");
  }

  private List<LogEntry> logAny(int number, Random random) {
    List<LogEntry> accepted = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      accepted.add(accepted());
    }
    List<LogEntry> all = new ArrayList<>(accepted);
    all.add(entry(new Outcome.Duplicate(Optional.of(PROBE))));
    log(number, all.toArray(LogEntry[]::new));
    return accepted;
  }

  private void log(long number, LogEntry... entries) {
    for (LogEntry entry : entries) {
      books.receive(entry.message().source());
    }
    books.log(new LogBatch(number, List.of(entries)));
  }

  private static LogEntry rejected(RejectReason reason) {
    return entry(new Outcome.Rejected(Optional.empty(), reason, Optional.empty(), "detail"));
  }

  private static LogEntry replay(LogEntry again, RejectReason before) {
    return replay(again, Optional.empty(), before);
  }

  private static LogEntry replay(LogEntry again, Optional<DeviceId> device, RejectReason before) {
    ReplayOf rejected = new ReplayOf(1, 0, device, before);
    return new LogEntry(again.envelope(), again.outcome(), again.key(), Optional.of(rejected));
  }

  private static LogEntry accepted() {
    Reading salt =
        new Reading.Measured(
            PROBE, new StationId("xuan-hoa"), Quantity.SALINITY, 4.2, Quality.PASS, NOON);
    return entry(new Outcome.Accepted(PROBE, List.of(salt), new Identity.DeviceTime(), 0));
  }

  private static LogEntry entry(Outcome outcome) {
    RawMessage message =
        new RawMessage(
            "native", "native-1", "vam/v1/salinity/xuan-hoa-1", Payload.ofText("{}"), false, NOON);
    return new LogEntry(message, outcome, new IdentityKey(1, 2));
  }
}
