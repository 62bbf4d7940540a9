package vn.vam.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;

/** Twelve hundred bytes of a source within a minute. */
class KeepingWhatIsRejected {
  private final RejectedAllowance allowance = new RejectedAllowance(1_200);

  @Test
  void goes_on_as_long_as_there_is_room() {
    assertThat(keeps("a-1", 500, 0)).isTrue();
    assertThat(keeps("a-1", 100, 0.5)).isTrue();
    assertThat(keeps("a-1", 1, 0.9)).isFalse();
  }

  @Test
  void what_does_not_fit_takes_no_room_from_what_does() {
    assertThat(keeps("a-1", 500, 0)).isTrue();
    assertThat(keeps("a-1", 101, 0.1)).isFalse();
    assertThat(keeps("a-1", 100, 0.2)).isTrue();
  }

  @Test
  void begins_anew_after_a_minute() {
    keeps("a-1", 600, 0);

    assertThat(keeps("a-1", 600, 0.9)).isFalse();
    assertThat(keeps("a-1", 600, 1)).isTrue();
  }

  @Test
  void one_source_takes_nothing_from_another() {
    keeps("a-1", 600, 0);

    assertThat(allowance.keeps(message("cameras", "", 600, 0), rejected(device("cam-1")))).isTrue();
  }

  @Test
  void one_device_leaves_others_as_much_as_it_takes() {
    assertThat(flood("a-1")).isEqualTo(600);

    assertThat(keeps("b-1", 300, 0)).isTrue();
  }

  @Test
  void strangers_together_take_as_much_as_one_device() {
    int kept = 0;
    for (int i = 0; i < 5_000; i++) {
      kept += keepsOfStranger("name-" + i, 10) ? 10 : 0;
    }

    assertThat(kept).isLessThanOrEqualTo(600);
    assertThat(keeps("a-1", 300, 0)).isTrue();
  }

  @Test
  void one_stranger_leaves_others_something() {
    while (keepsOfStranger("noisy", 10)) {
      // Until nothing more of it is kept.
    }

    assertThat(keepsOfStranger("other", 100)).isTrue();
  }

  private int flood(String device) {
    int kept = 0;
    while (keeps(device, 10, 0)) {
      kept += 10;
    }
    return kept;
  }

  private boolean keeps(String device, int bytes, double minute) {
    return allowance.keeps(message("field", "", bytes, minute), rejected(device(device)));
  }

  /** Its topic's letters count too. */
  private boolean keepsOfStranger(String topic, int bytes) {
    RawMessage message = message("field", topic, bytes - topic.length(), 0);
    return allowance.keeps(message, rejected(Optional.empty()));
  }

  private static RawMessage message(String source, String topic, int bytes, double minute) {
    Payload payload = Payload.of(new byte[bytes]);
    return new RawMessage(source, "c-1", topic, payload, false, Passing.minute(minute));
  }

  private static Optional<DeviceId> device(String id) {
    return Optional.of(new DeviceId(id));
  }

  private static Outcome.Rejected rejected(Optional<DeviceId> device) {
    return new Outcome.Rejected(device, RejectReason.BAD_FIELD, Optional.empty(), "a number");
  }
}
