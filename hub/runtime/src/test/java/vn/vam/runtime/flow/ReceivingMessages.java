package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.books.Books;
import vn.vam.core.books.BooksPage;
import vn.vam.core.log.LogEntry;
import vn.vam.core.message.DuplicateFilter;
import vn.vam.core.message.MessageSource.Arrival;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Stage;

class ReceivingMessages {
  private final MemoryLog log = new MemoryLog();
  private final Books books = new Books(BooksPage.empty());
  private final MeterRegistry metrics = new SimpleMeterRegistry();
  private final AtomicInteger grew = new AtomicInteger();
  private final AtomicInteger mayKeep = new AtomicInteger();
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final Intake intake =
      new Intake(
          Water.ingest(new DuplicateFilter(1_000, 100), List.of(new Remembering())),
          log,
          books,
          metrics,
          grew::incrementAndGet);

  /** Does nothing but count how often it may keep what it knows. */
  private final class Remembering implements Stage {
    @Override
    public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
      return accepted;
    }

    @Override
    public void recall(RawMessage message, Outcome.Accepted accepted) {
      // Nothing was logged before.
    }

    @Override
    public void logged() {
      mayKeep.incrementAndGet();
    }
  }

  @BeforeEach
  void start() {
    intake.start();
  }

  @AfterEach
  void stop() {
    intake.stop();
  }

  @Nested
  class Acknowledging {
    @Test
    void waits_until_the_message_is_on_disk() {
      log.disk.lock();
      try {
        arrives("0 4.2");
        await().until(() -> log.tries() == 1);

        assertThat(acknowledged).isEmpty();
        assertThat(books.page().totalInHand()).isEqualTo(1);
      } finally {
        log.disk.unlock();
      }
      await().untilAsserted(() -> assertThat(acknowledged).containsExactly("0 4.2"));
    }

    @Test
    void comes_in_the_order_of_arrival() {
      List<String> texts = IntStream.range(0, 1_200).mapToObj(i -> i + " 4").toList();
      texts.forEach(ReceivingMessages.this::arrives);

      await().untilAsserted(() -> assertThat(acknowledged).isEqualTo(texts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "kept", "mistake", "deep"})
    void comes_for_what_was_not_understood_too_once_it_is_on_disk(String text) {
      arrives(text);

      await().untilAsserted(() -> assertThat(acknowledged).containsExactly(text));
      assertThat(log.entries()).hasSize(1);
    }

    @Test
    void one_that_fails_costs_no_other_and_logs_nothing_twice() {
      intake.arrived(
          new Arrival(
              Water.message("0 1"),
              () -> {
                throw new IllegalStateException("the connection is gone");
              }));
      arrives("1 2");

      await().untilAsserted(() -> assertThat(acknowledged).containsExactly("1 2"));
      assertThat(log.entries()).hasSize(2);
    }

    @Test
    void the_readers_are_woken_afterwards() {
      arrives("0 4.2");

      await().untilAsserted(() -> assertThat(grew).hasPositiveValue());
    }
  }

  @Nested
  class WhileTheDiskIsFull {
    @BeforeEach
    void fill() {
      log.fill();
    }

    @Test
    void nothing_is_acknowledged_and_everything_stays_in_hand() {
      arrives("0 4.2");
      arrives("1 4.3");
      await().until(() -> !intake.isWriting());
      await().until(() -> log.tries() >= 2);

      assertThat(acknowledged).isEmpty();
      assertThat(mayKeep).hasValue(0);
      assertThat(books.page().balances()).isTrue();
      assertThat(books.page().totalInHand()).isEqualTo(2);
    }

    @Test
    void once_it_has_room_again_everything_is_logged_once_and_acknowledged() {
      arrives("0 4.2");
      await().until(() -> !intake.isWriting());
      arrives("1 4.3");
      log.empty();

      await().untilAsserted(() -> assertThat(acknowledged).containsExactly("0 4.2", "1 4.3"));
      assertThat(books.page().total(Heading.QUEUED)).isEqualTo(2);
      assertThat(mayKeep).hasPositiveValue();
      assertThat(intake.isWriting()).isTrue();
    }

    @Test
    void what_the_broker_delivers_again_meanwhile_is_a_copy() {
      arrives("0 4.2");
      await().until(() -> !intake.isWriting());
      intake.connecting("c-1");
      arrives("0 4.2");
      log.empty();

      await().untilAsserted(() -> assertThat(acknowledged).hasSize(2));
      assertThat(books.page().total(Heading.DUPLICATE)).isEqualTo(1);
      assertThat(books.page().total(Heading.QUEUED)).isEqualTo(1);
    }

    @Test
    void the_hub_can_be_stopped_and_acknowledges_nothing() {
      arrives("0 4.2");
      await().until(() -> !intake.isWriting());
      intake.stop();

      assertThat(acknowledged).isEmpty();
    }
  }

  @Nested
  class Understanding {
    @ParameterizedTest
    @ValueSource(strings = {"mistake", "deep", "not a number"})
    void a_mistake_of_our_own_keeps_the_message_as_an_internal_error(String text) {
      arrives(text);

      awaitRejected(RejectReason.INTERNAL_ERROR);
    }

    @Test
    void a_source_nobody_decodes_is_an_internal_error() {
      RawMessage foreign =
          new RawMessage(
              "foreign", "c-1", "topic", Water.message("0 1").payload(), false, Water.NOON);
      intake.arrived(new Arrival(foreign, () -> acknowledged.add("foreign")));

      awaitRejected(RejectReason.INTERNAL_ERROR);
    }

    @Test
    void a_topic_without_end_is_rejected_undecoded() {
      intake.arrived(
          new Arrival(Water.message("t".repeat(1_025), "0 1"), () -> acknowledged.add("long")));

      awaitRejected(RejectReason.TOO_LARGE);
    }

    private void awaitRejected(RejectReason reason) {
      await().until(() -> acknowledged.size() == 1);
      assertThat(log.entries())
          .extracting(LogEntry::outcome)
          .singleElement()
          .isInstanceOfSatisfying(
              Outcome.Rejected.class, rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }
  }

  @Nested
  class Counting {
    @Test
    void a_copy_stands_apart_under_its_device() {
      arrives("0 4.2");
      arrives("0 4.2");

      await().until(() -> acknowledged.size() == 2);
      assertThat(log.entries().get(1).outcome())
          .isEqualTo(new Outcome.Duplicate(Optional.of(Water.PROBE)));
    }

    @Test
    void equal_messages_without_a_time_are_two_samples_until_a_reconnect() {
      arrives("timeless");
      arrives("timeless");
      intake.connecting("c-1");
      arrives("timeless");

      await().until(() -> acknowledged.size() == 3);
      assertThat(books.page().total(Heading.DUPLICATE)).isEqualTo(1);
    }

    @Test
    void the_books_balance_and_every_heading_has_its_own() {
      List.of("0 1", "0 1", "1 2", "broken", "kept", "mistake")
          .forEach(ReceivingMessages.this::arrives);

      await().until(() -> books.page().totalInHand() == 0);
      assertThat(books.page().summary())
          .startsWith(
              "messages  received 6 = in hand 0 + queued 2 + stored 0 + rejected 2 + ignored 1 + duplicate 1");
      assertThat(books.page().balances()).isTrue();
    }

    @Test
    void metrics_name_source_outcome_and_reason() {
      arrives("broken");

      await().untilAsserted(() -> assertThat(rejected("malformed-json")).isEqualTo(1));
    }

    private double rejected(String reason) {
      return metrics
          .counter("vam.messages", "source", Water.SOURCE, "outcome", "rejected", "reason", reason)
          .count();
    }
  }

  @Test
  void stopping_finishes_what_is_in_hand() {
    log.disk.lock();
    try {
      IntStream.range(0, 2_000).forEach(i -> arrives(i + " 4"));
    } finally {
      log.disk.unlock();
    }
    intake.stop();

    assertThat(acknowledged).hasSize(2_000);
    assertThat(books.page().totalInHand()).isZero();
  }

  private void arrives(String text) {
    intake.arrived(new Arrival(Water.message(text), () -> acknowledged.add(text)));
  }
}
