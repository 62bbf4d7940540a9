package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.payloads.format.DecoderContext;

class LimitingMessages {
  private static final int MOST_BYTES = 256 * 1024;

  @Test
  void takes_a_payload_of_exactly_the_limit() {
    assertThat(decode(message(MOST_BYTES))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void refuses_one_byte_more_before_reading_it() {
    assertThat(decode(message(MOST_BYTES + 1)))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE);
              assertThat(rejected.detail()).isEqualTo("262145 bytes, at most 262144 are taken");
              assertThat(rejected.device()).map(Object::toString).contains("a");
            });
  }

  @Test
  void refuses_a_text_that_goes_on_and_on() {
    assertThat(decode("{\"salinity_gl\":1,\"note\":\"" + "x".repeat(70_000) + "\"}"))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE));
  }

  @Test
  void refuses_fields_without_number() {
    assertThat(decode("{\"salinity_gl\":1,\"many\":[" + "0,".repeat(30_000) + "0]}"))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE));
  }

  @Test
  void refuses_lines_without_number() {
    String lines = "s,device=a salinity_gl=1\n".repeat(10_000);
    assertThat(decode("line-protocol", lines))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"senml-json", "senml-cbor", "flat", "line-protocol"})
  void refuses_one_byte_too_many_in_any_format(String format) {
    assertThat(decode(format, message(MOST_BYTES + 1)))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE));
  }

  @Test
  void refuses_metrics_without_number() {
    assertThat(decode("sparkplug", "spBv1.0/g/DDATA/n/a", "\u0012\u0000".repeat(5_001)))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE));
  }

  @Test
  void refuses_one_byte_too_many_of_a_node() {
    assertThat(decode("sparkplug", "spBv1.0/g/DDATA/n/a", message(MOST_BYTES + 1)))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE));
  }

  private static String message(int bytes) {
    String start = "{\"salinity_gl\":1";
    return start + " ".repeat(bytes - start.length() - 1) + "}";
  }

  private static Outcome.Decoded decode(String payload) {
    return decode("native", payload);
  }

  private static Outcome.Decoded decode(String format, String payload) {
    return decode(format, "vam/v1/salinity/a", payload);
  }

  private static Outcome.Decoded decode(String format, String topic, String payload) {
    return Formats.of(format, DecoderContext.withoutConfig())
        .decode(new RawMessage("s", "s", topic, Payload.ofText(payload), false, Instant.EPOCH));
  }
}
