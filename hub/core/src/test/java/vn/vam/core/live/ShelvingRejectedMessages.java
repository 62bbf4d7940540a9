package vn.vam.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
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
                "7-1",
                Instant.EPOCH,
                "native",
                "topic",
                RejectReason.BAD_FIELD,
                Optional.of("salinity_gl"),
                "expected a number"));
  }

  @Test
  void the_newest_stands_first() {
    shelf.take(batch(1, RejectReason.BAD_FIELD));
    shelf.take(batch(2, RejectReason.TOO_LARGE));

    assertThat(all()).extracting(RejectedMessage::id).containsExactly("2-0", "1-0");
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
        .containsExactly("2-0");
  }

  @Test
  void the_oldest_of_more_than_a_thousand_falls_off() {
    for (int number = 1; number <= 1_001; number++) {
      shelf.take(batch(number, RejectReason.BAD_FIELD));
    }

    assertThat(all()).hasSize(1_000).extracting(RejectedMessage::id).doesNotContain("1-0");
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
