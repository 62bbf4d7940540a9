package vn.vam.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import vn.vam.core.message.Sender;
import vn.vam.core.station.DeviceId;

class ShelvingRejectedMessages {
  private static final Optional<DeviceId> QUIET = Optional.of(new DeviceId("quiet-1"));
  private static final Optional<DeviceId> NOISY = Optional.of(new DeviceId("noisy-1"));

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

  @Nested
  class WithRoomForAHundred {
    private final RejectedShelf shelf = new RejectedShelf(100);
    private int number;

    @Test
    void the_oldest_of_too_many_fall_off() {
      send(126, "native", "salinity/a", Optional.empty());

      assertThat(ids()).hasSize(100).startsWith(new MessageId(126, 0)).endsWith(oldest(27));
    }

    @Test
    void a_device_that_sends_without_end_loses_its_own() {
      send(3, "native", "salinity/quiet-1", QUIET);
      send(5_000, "native", "salinity/noisy-1", NOISY);

      assertThat(shelf.list(Optional.empty(), Optional.empty()))
          .hasSizeBetween(100, 125)
          .filteredOn(message -> message.device().equals(QUIET))
          .hasSize(3);
    }

    @Test
    void so_does_a_stranger_on_its_topic() {
      send(3, "native", "salinity/to-be-adopted", Optional.empty());
      send(5_000, "native", "salinity/noisy", Optional.empty());

      assertThat(onTopic("salinity/to-be-adopted")).hasSize(3);
    }

    @Test
    void strangers_under_ever_new_names_lose_theirs_before_a_device_does() {
      send(40, "native", "salinity/quiet-1", QUIET);
      for (int i = 0; i < 5_000; i++) {
        send(1, "native", "salinity/name-" + i, Optional.empty());
      }

      assertThat(onTopic("salinity/quiet-1")).hasSize(40);
    }

    @Test
    void it_tells_whose_have_gone_and_how_many() {
      send(3, "native", "salinity/quiet-1", QUIET);
      send(123, "native", "salinity/noisy-1", NOISY);

      assertThat(shelf.forgotten()).containsExactly(Map.entry(new Sender("native", NOISY), 26L));
    }

    @Test
    void what_has_gone_is_unknown_to_a_replay() {
      send(126, "native", "salinity/a", Optional.empty());

      assertThat(shelf.claim(oldest(1))).isEqualTo(new Claim.Unknown());
    }

    @Test
    void a_few_of_it_are_of_everybody() {
      send(3, "native", "salinity/quiet-1", QUIET);
      send(90, "native", "salinity/noisy-1", NOISY);

      assertThat(RejectedShelf.fewOf(shelf.list(Optional.empty(), Optional.empty()), 10))
          .hasSize(10)
          .isSortedAccordingTo(Comparator.comparing(RejectedMessage::id).reversed())
          .filteredOn(message -> message.device().equals(QUIET))
          .hasSize(3);
    }

    private List<RejectedMessage> onTopic(String topic) {
      return shelf.list(Optional.empty(), Optional.empty()).stream()
          .filter(message -> message.topic().equals(topic))
          .toList();
    }

    private List<MessageId> ids() {
      return shelf.list(Optional.empty(), Optional.empty()).stream()
          .map(RejectedMessage::id)
          .toList();
    }

    private static MessageId oldest(int number) {
      return new MessageId(number, 0);
    }

    private void send(int messages, String source, String topic, Optional<DeviceId> device) {
      Outcome rejected =
          new Outcome.Rejected(device, RejectReason.BAD_FIELD, Optional.empty(), "no number");
      RawMessage message =
          new RawMessage(source, "c-1", topic, Payload.ofText("{}"), false, Instant.EPOCH);
      for (int i = 0; i < messages; i++) {
        number++;
        shelf.take(
            new LogBatch(
                number, List.of(new LogEntry(message, rejected, new IdentityKey(1, number)))));
      }
    }
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
