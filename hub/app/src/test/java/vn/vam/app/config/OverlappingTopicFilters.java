package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlappingTopicFilters {

  @ParameterizedTest
  @CsvSource({
    "a/b, a/b",
    "a/+, a/b",
    "a/+, +/b",
    "+/+, a/b",
    "#, a/b/c",
    "#, #",
    "x/#, x/y/+",
    "x/#, x",
    "x/#, x/+/z/#",
    "+/b/#, a/+/c",
    "a//b, a/+/b"
  })
  void share_a_topic(String one, String other) {
    assertThat(TopicFilters.overlap(one, other)).isTrue();
    assertThat(TopicFilters.overlap(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, a/c",
    "a/+, b/+",
    "a/+, a/b/c",
    "a, a/b",
    "a/b/#, a/c/#",
    "x/#, y",
    "a/+/c, a/b/d",
    "vam/v1/salinity/+, vam/v1/traffic/+"
  })
  void share_none(String one, String other) {
    assertThat(TopicFilters.overlap(one, other)).isFalse();
    assertThat(TopicFilters.overlap(other, one)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "+", "a", "/", "a/#", "a/+/b", "+/+/#", "độ/mặn"})
  void are_filters(String filter) {
    assertThat(TopicFilters.isFilter(filter)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/#/b", "a#", "a/b+", "##", "a/+b/c", "#/a"})
  void are_none(String filter) {
    assertThat(TopicFilters.isFilter(filter)).isFalse();
  }
}
