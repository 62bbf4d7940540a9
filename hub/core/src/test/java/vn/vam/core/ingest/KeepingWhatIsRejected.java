package vn.vam.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;

/** A hundred bytes of a source within a minute. */
class KeepingWhatIsRejected {
  private final RejectedAllowance allowance = new RejectedAllowance(100);

  @Test
  void goes_on_as_long_as_there_is_room() {
    assertThat(keeps("field", 60, 0)).isTrue();
    assertThat(keeps("field", 40, 0)).isTrue();
    assertThat(keeps("field", 1, 0.9)).isFalse();
  }

  @Test
  void what_does_not_fit_takes_no_room_from_what_does() {
    assertThat(keeps("field", 60, 0)).isTrue();
    assertThat(keeps("field", 60, 0.1)).isFalse();
    assertThat(keeps("field", 40, 0.2)).isTrue();
  }

  @Test
  void begins_anew_after_a_minute() {
    keeps("field", 100, 0);

    assertThat(keeps("field", 100, 0.9)).isFalse();
    assertThat(keeps("field", 100, 1)).isTrue();
  }

  @Test
  void one_source_takes_nothing_from_another() {
    keeps("field", 100, 0);

    assertThat(keeps("cameras", 100, 0)).isTrue();
  }

  private boolean keeps(String source, int bytes, double minute) {
    Instant at = Passing.minute(minute);
    return allowance.keeps(
        new RawMessage(source, "c-1", "", Payload.of(new byte[bytes]), false, at));
  }
}
