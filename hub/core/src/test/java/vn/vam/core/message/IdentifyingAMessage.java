package vn.vam.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdentifyingAMessage {
  private static final Identity TIMED = new Identity.DeviceTime();
  private static final RawMessage MESSAGE = message("native", "c-1", "topic", "payload", 0);

  @Test
  void the_same_content_has_the_same_key_whenever_and_however_it_arrived() {
    RawMessage again = message("native", "c-2", "topic", "payload", 99);

    assertThat(key(again)).isEqualTo(key(MESSAGE));
  }

  @Test
  void every_byte_counts() {
    assertThat(key(message("native", "c-1", "topic", "payloae", 0))).isNotEqualTo(key(MESSAGE));
  }

  @Test
  void the_topic_counts() {
    assertThat(key(message("native", "c-1", "other", "payload", 0))).isNotEqualTo(key(MESSAGE));
  }

  @Test
  void the_source_counts() {
    assertThat(key(message("lora", "c-1", "topic", "payload", 0))).isNotEqualTo(key(MESSAGE));
  }

  @Test
  void topic_and_payload_do_not_flow_into_each_other() {
    assertThat(key(message("native", "c-1", "topicp", "ayload", 0))).isNotEqualTo(key(MESSAGE));
  }

  @Test
  void an_id_of_its_own_counts_alone() {
    RawMessage other = message("native", "c-9", "other", "different", 5);

    assertThat(IdentityKey.of(other, new Identity.SourceId("x")))
        .isEqualTo(IdentityKey.of(MESSAGE, new Identity.SourceId("x")))
        .isNotEqualTo(IdentityKey.of(MESSAGE, new Identity.SourceId("y")));
  }

  @Test
  void the_same_id_of_two_sources_is_two_messages() {
    RawMessage other = message("lora", "c-1", "topic", "payload", 0);

    assertThat(IdentityKey.of(other, new Identity.SourceId("x")))
        .isNotEqualTo(IdentityKey.of(MESSAGE, new Identity.SourceId("x")));
  }

  private static IdentityKey key(RawMessage message) {
    return IdentityKey.of(message, TIMED);
  }

  private static RawMessage message(
      String source, String connection, String topic, String payload, long arrivedAt) {
    return new RawMessage(
        source, connection, topic, Payload.ofText(payload), false, Instant.ofEpochMilli(arrivedAt));
  }
}
