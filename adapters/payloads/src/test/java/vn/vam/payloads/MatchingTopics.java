package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.payloads.format.TopicPattern;

class MatchingTopics {
  @Test
  void tells_the_filter_to_subscribe_to() {
    assertThat(TopicPattern.of("vam/v1/{kind}/{device}").filter()).isEqualTo("vam/v1/+/+");
    assertThat(TopicPattern.of("tele/{device}/#").filter()).isEqualTo("tele/+/#");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/#/b", "a/+b", "a/{name}", "a/{device}/{device}", "a/{device", "a#"})
  void refuses_a_pattern_that_means_nothing(String pattern) {
    assertThatThrownBy(() -> TopicPattern.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("vam/v1/{kind}/{device}");
  }

  @Test
  void takes_the_device_from_a_level_of_the_sources_own_topic() {
    assertThat(device("probe/{device}/state", "probe/xuan-hoa-1/state")).contains("xuan-hoa-1");
  }

  @Test
  void takes_any_number_of_levels_behind_a_hash() {
    assertThat(device("{device}/#", "xuan-hoa-1/a/b")).contains("xuan-hoa-1");
    assertThat(device("{device}/#", "xuan-hoa-1")).contains("xuan-hoa-1");
  }

  @Test
  void takes_no_topic_of_another_shape() {
    assertThat(device("probe/{device}/state", "probe/xuan-hoa-1")).isEmpty();
    assertThat(device("probe/{device}", "gauge/xuan-hoa-1")).isEmpty();
  }

  private static Optional<String> device(String pattern, String topic) {
    DecoderContext context = DecoderContext.withoutConfig().withTopic(TopicPattern.of(pattern));
    Outcome outcome =
        Formats.of("native", context)
            .decode(
                new RawMessage(
                    "s", "s", topic, Payload.ofText("{\"salinity_gl\":1}"), false, Instant.EPOCH));
    return outcome.knownDevice().map(Object::toString);
  }
}
