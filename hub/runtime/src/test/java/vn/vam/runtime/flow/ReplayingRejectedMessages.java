package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.books.Books;
import vn.vam.core.books.BooksPage;
import vn.vam.core.books.StoreProgress;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.log.Place;
import vn.vam.core.message.DuplicateFilter;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.Envelope.Kept;
import vn.vam.core.message.MessageSource.Arrival;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Redactor;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Unsealer;
import vn.vam.core.rule.RuleEngine;

/** Until a device is adopted everything it sends is rejected; then it can be replayed. */
class ReplayingRejectedMessages {
  private static final MessageId FIRST = new MessageId(1, 0);

  private final MemoryLog log = new MemoryLog();
  private final Books books = new Books(BooksPage.empty());
  private final RejectedShelf shelf = new RejectedShelf();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private volatile boolean adopted;
  private volatile Kept kept = Kept.WHOLE;
  private Unsealer unsealer = Unsealer.NONE;
  private final Ingest ingest = ingest();
  private final Intake intake = new Intake(ingest, log, books, metrics, () -> {});

  private Ingest ingest() {
    return new Ingest(
        Map.of(Water.SOURCE, new Ingest.Source(this::decode, this::redact)),
        new DuplicateFilter(1_000, 100),
        List.of());
  }

  private Outcome.Decoded decode(RawMessage message) {
    return adopted
        ? Water.decode(message)
        : new Outcome.Rejected(
            Optional.empty(), RejectReason.UNKNOWN_DEVICE, Optional.of("topic"), "not known");
  }

  private Envelope redact(RawMessage message, Outcome outcome) {
    return outcome instanceof Outcome.Rejected
        ? new Envelope(message, kept)
        : Redactor.NOTHING.redact(message, outcome);
  }

  @BeforeEach
  void start() {
    intake.start();
  }

  @AfterEach
  void stop() {
    log.empty();
    intake.stop();
  }

  @Nested
  class AfterTheDeviceIsAdopted {
    @Test
    void makes_readings_of_it_at_its_first_arrival() {
      rejected("0 4.2");
      adopted = true;

      Replays.Logged logged = (Replays.Logged) replay(FIRST);

      assertThat(logged.outcome()).isInstanceOf(Outcome.Accepted.class);
      LogEntry again = log.entries().get(1);
      assertThat(logged.as()).isEqualTo(new MessageId(2, 0));
      assertThat(again.message()).isEqualTo(Water.message("0 4.2"));
      assertThat(again.replayOf().orElseThrow().messageId()).isEqualTo(FIRST);
    }

    @Test
    void moves_it_in_the_books_and_counts_no_new_receipt() {
      rejected("0 4.2");
      adopted = true;
      replay(FIRST);

      assertThat(books.page().totalReceived()).isEqualTo(1);
      assertThat(books.page().total(Heading.QUEUED)).isEqualTo(1);
      assertThat(books.page().total(Heading.REJECTED)).isZero();
      assertThat(books.page().balances()).isTrue();
      assertThat(count("vam.replays", "accepted", "")).isEqualTo(1);
      assertThat(count("vam.messages", "accepted", "")).isZero();
    }

    @Test
    void a_copy_that_the_broker_sends_later_is_a_duplicate() {
      rejected("0 4.2");
      adopted = true;
      replay(FIRST);

      arrives("0 4.2");

      await().until(() -> books.page().total(Heading.DUPLICATE) == 1);
    }

    @Test
    void many_come_in_the_order_that_was_asked_for() {
      rejected("0 1");
      rejected("1 2");
      adopted = true;

      List<Replays.Answer> answers =
          replays().replay(List.of(new MessageId(2, 0), new MessageId(1, 0)));

      assertThat(answers).hasSize(2).allMatch(answer -> answer instanceof Replays.Logged);
      assertThat(((Replays.Logged) answers.getFirst()).id()).isEqualTo(new MessageId(2, 0));
    }
  }

  @Nested
  class Twice {
    @Test
    void is_refused_even_before_the_readers_saw_the_first() {
      rejected("0 4.2");
      adopted = true;
      replay(FIRST);

      assertThat(replay(FIRST)).isEqualTo(new Replays.Already(FIRST));
      assertThat(log.entries()).hasSize(2);
    }

    @Test
    void is_refused_after_a_restart_too() {
      rejected("0 4.2");
      adopted = true;
      replay(FIRST);

      RejectedShelf restarted = recalled(new Books(BooksPage.empty()));

      assertThat(replays(restarted).replay(List.of(FIRST)))
          .containsExactly(new Replays.Already(FIRST));
    }

    @Test
    void one_that_was_rejected_again_is_replayed_under_its_new_id() {
      rejected("0 4.2");
      MessageId second = ((Replays.Logged) replay(FIRST)).as();
      shelf.take(new LogBatch(2, log.entries().subList(1, 2)));
      adopted = true;

      assertThat(replay(second)).isInstanceOf(Replays.Logged.class);
      assertThat(books.page().total(Heading.QUEUED)).isEqualTo(1);
      assertThat(books.page().balances()).isTrue();
    }
  }

  @Test
  void books_after_a_crash_are_the_same() {
    rejected("0 4.2");
    rejected("1 4.3");
    adopted = true;
    replay(FIRST);

    Books after = new Books(BooksPage.empty());
    RejectedShelf restarted = recalled(after);

    assertThat(after.page()).isEqualTo(books.page());
    assertThat(restarted.list(Optional.empty(), Optional.empty()))
        .extracting(RejectedMessage::id)
        .containsExactly(new MessageId(2, 0));
  }

  @Test
  void one_the_store_had_refused_is_not_taken_for_a_copy_of_itself() {
    adopted = true;
    arrives("0 4.2");
    await().until(() -> books.page().total(Heading.QUEUED) == 1);
    shelf.refuse(FIRST, log.entries().getFirst(), "field type conflict");

    assertThat(((Replays.Logged) replay(FIRST)).outcome()).isInstanceOf(Outcome.Accepted.class);
    assertThat(log.entries().get(1).replayOf().orElseThrow().reason())
        .isEqualTo(RejectReason.REFUSED_BY_STORE);
  }

  @Nested
  class OfWhatWasNotKeptWhole {
    @Test
    void a_head_says_why_it_cannot_be() {
      kept = Kept.HEAD;
      rejected("0 4.2");

      assertThat(replay(FIRST)).isInstanceOf(Replays.Closed.class);
      assertThat(replay(FIRST)).isInstanceOf(Replays.Closed.class);
      assertThat(log.entries()).hasSize(1);
    }

    @Test
    void a_sealed_one_is_opened_first() {
      kept = Kept.SEALED;
      unsealer = copy -> new Unsealer.Whole(Water.message("7 3.5"));
      rejected("0 4.2");
      adopted = true;

      replay(FIRST);

      assertThat(log.entries().get(1).message()).isEqualTo(Water.message("7 3.5"));
    }

    @Test
    void a_sealed_one_whose_time_is_over_says_so() {
      kept = Kept.SEALED;
      unsealer = copy -> new Unsealer.Closed("its time is over");
      rejected("0 4.2");

      assertThat(replay(FIRST)).isEqualTo(new Replays.Closed(FIRST, "its time is over"));
    }

    @Test
    void a_stripped_one_stays_marked_as_stripped() {
      kept = Kept.STRIPPED;
      rejected("0 4.2");
      adopted = true;

      replay(FIRST);

      assertThat(log.entries().get(1).envelope().kept()).isEqualTo(Kept.STRIPPED);
    }
  }

  @Test
  void what_was_never_rejected_is_unknown() {
    assertThat(replay(new MessageId(9, 9))).isEqualTo(new Replays.Unknown(new MessageId(9, 9)));
  }

  @Test
  void while_the_disk_is_full_it_waits_and_is_logged_later() {
    rejected("0 4.2");
    adopted = true;
    log.fill();

    assertThat(replay(FIRST)).isEqualTo(new Replays.Waiting(FIRST));
    log.empty();

    await().until(() -> books.page().total(Heading.QUEUED) == 1);
  }

  private Replays.Answer replay(MessageId id) {
    return replays().replay(List.of(id)).getFirst();
  }

  private Replays replays() {
    return replays(shelf);
  }

  private Replays replays(RejectedShelf from) {
    return new ShelfReplays(from, log, unsealer, intake, ingest::devices);
  }

  /** As the live reader shelves it. */
  private void rejected(String text) {
    int before = log.entries().size();
    arrives(text);
    await().until(() -> log.entries().size() > before);
    await().until(() -> books.page().totalInHand() == 0);
    shelf.take(log.read(Place.of(before), 1).getFirst());
  }

  private void arrives(String text) {
    intake.arrived(new Arrival(Water.message(text), () -> {}));
  }

  private RejectedShelf recalled(Books into) {
    RejectedShelf restarted = new RejectedShelf();
    new Recall(
            into,
            ingest(),
            new LatestReadings(Duration.ofHours(1)),
            restarted,
            new RuleEngine(List.of(), List.of()))
        .from(log, StoreProgress.atTheStart(), Place.START);
    return restarted;
  }

  private double count(String name, String outcome, String reason) {
    return metrics
        .counter(name, "source", Water.SOURCE, "outcome", outcome, "reason", reason)
        .count();
  }
}
