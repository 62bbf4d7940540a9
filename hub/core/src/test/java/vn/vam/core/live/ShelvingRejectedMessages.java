package vn.vam.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.live.RejectedShelf.Claim;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.log.ReplayOf;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;

class ShelvingRejectedMessages {
  private final RejectedShelf shelf = new RejectedShelf();

  @Test
  void a_rejected_message_is_shown_with_its_reason_and_where_the_log_keeps_it() {
    shelf.take(new LogBatch(7, List.of(ignored(), rejected("native", RejectReason.BAD_FIELD))));

    assertThat(all())
        .containsExactly(
            new RejectedMessage(
                new MessageId(7, 1),
                Instant.EPOCH,
                "native",
                "topic",
                Optional.empty(),
                Envelope.Kept.WHOLE,
                RejectReason.BAD_FIELD,
                Optional.of("salinity_gl"),
                "expected a number"));
  }

  @Test
  void the_newest_stands_first() {
    shelf.take(batch(1, RejectReason.BAD_FIELD));
    shelf.take(batch(2, RejectReason.TOO_LARGE));

    assertThat(all())
        .extracting(RejectedMessage::id)
        .containsExactly(new MessageId(2, 0), new MessageId(1, 0));
  }

  @Test
  void one_can_ask_for_a_source() {
    shelf.take(
        new LogBatch(
            1,
            List.of(
                rejected("native", RejectReason.BAD_FIELD),
                rejected("lora", RejectReason.BAD_FIELD))));

    assertThat(shelf.list(Optional.of("lora"), Optional.empty()))
        .extracting(RejectedMessage::source)
        .containsExactly("lora");
  }

  @Test
  void one_can_ask_for_a_reason_by_its_word() {
    shelf.take(batch(1, RejectReason.BAD_FIELD));
    shelf.take(batch(2, RejectReason.TOO_LARGE));

    assertThat(shelf.list(Optional.empty(), Optional.of("too-large")))
        .extracting(RejectedMessage::id)
        .containsExactly(new MessageId(2, 0));
  }

  @Test
  void the_oldest_of_too_many_falls_off() {
    for (int number = 1; number <= RejectedShelf.KEPT + 1; number++) {
      shelf.take(batch(number, RejectReason.BAD_FIELD));
    }

    assertThat(all())
        .hasSize(RejectedShelf.KEPT)
        .extracting(RejectedMessage::id)
        .doesNotContain(new MessageId(1, 0));
  }

  @Nested
  class TakingOneForAReplay {
    private final MessageId id = new MessageId(1, 0);

    @BeforeEach
    void shelve() {
      shelf.take(batch(1, RejectReason.BAD_FIELD));
    }

    @Test
    void only_one_gets_it() {
      assertThat(shelf.claim(id)).isEqualTo(new Claim.Taken(all().getFirst()));
      assertThat(shelf.claim(id)).isEqualTo(new Claim.Gone());
    }

    @Test
    void one_that_was_put_back_can_be_taken_again() {
      shelf.claim(id);
      shelf.putBack(id);

      assertThat(shelf.claim(id)).isInstanceOf(Claim.Taken.class);
    }

    @Test
    void what_the_log_has_as_replayed_leaves_the_shelf_for_good() {
      shelf.take(new LogBatch(2, List.of(replayOf(id))));

      assertThat(all()).isEmpty();
      assertThat(shelf.claim(id)).isEqualTo(new Claim.Gone());
    }

    @Test
    void what_was_never_rejected_is_unknown() {
      assertThat(shelf.claim(new MessageId(1, 1))).isEqualTo(new Claim.Unknown());
    }

    private static LogEntry replayOf(MessageId id) {
      LogEntry again = ignored();
      ReplayOf rejected =
          new ReplayOf(id.batch(), id.index(), Optional.empty(), RejectReason.BAD_FIELD);
      return new LogEntry(again.envelope(), again.outcome(), again.key(), Optional.of(rejected));
    }
  }

  @Test
  void what_the_store_refused_is_shown_and_can_be_kept_by_others() {
    shelf.refuse(new MessageId(3, 2), ignored(), "field type conflict");

    assertThat(all())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.reason()).isEqualTo(RejectReason.REFUSED_BY_STORE);
              assertThat(message.detail()).isEqualTo("field type conflict");
            });
    assertThat(shelf.refused()).isEqualTo(all());
  }

  @ParameterizedTest
  @CsvSource({"found-1,true", "found,false", "application,true"})
  void an_unknown_device_is_found_by_a_level_of_its_topic(String name, boolean isOf) {
    LogEntry entry = rejectedOn("application/a/device/found-1/event/up");
    shelf.take(new LogBatch(1, List.of(entry)));

    assertThat(all().getFirst().isOf(name)).isEqualTo(isOf);
  }

  private static LogEntry rejectedOn(String topic) {
    RawMessage message =
        new RawMessage("lora", "c-1", topic, Payload.ofText("{}"), false, Instant.EPOCH);
    return new LogEntry(
        message, rejected("lora", RejectReason.UNKNOWN_DEVICE).outcome(), new IdentityKey(1, 2));
  }

  private List<RejectedMessage> all() {
    return shelf.list(Optional.empty(), Optional.empty());
  }

  private static LogBatch batch(int number, RejectReason reason) {
    return new LogBatch(number, List.of(rejected("native", reason)));
  }

  private static LogEntry rejected(String source, RejectReason reason) {
    return entry(
        source,
        new Outcome.Rejected(
            Optional.empty(), reason, Optional.of("salinity_gl"), "expected a number"));
  }

  private static LogEntry ignored() {
    return entry("native", new Outcome.Ignored(Optional.empty(), "retained"));
  }

  private static LogEntry entry(String source, Outcome outcome) {
    RawMessage message =
        new RawMessage(source, "c-1", "topic", Payload.ofText("{}"), false, Instant.EPOCH);
    return new LogEntry(message, outcome, new IdentityKey(1, 2));
  }
}
