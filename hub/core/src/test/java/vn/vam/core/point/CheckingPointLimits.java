package vn.vam.core.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingPointLimits {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");

  @Test
  void lets_an_ordinary_point_through() {
    assertThat(PointLimits.brokenBy(point("salinity", "xuan-hoa", "salinity_gl", "x", NOON)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_internal", "#comment", "time", "a\nb", "a\\,b", "ends with \\"})
  void refuses_names_the_database_would_misread(String name) {
    assertThat(PointLimits.brokenBy(point(name, "v", "f", "x", NOON))).isPresent();
    assertThat(PointLimits.brokenBy(point("m", "v", name, "x", NOON))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "a\\ b", "ends with \\"})
  void refuses_tags_the_database_would_misread(String value) {
    assertThat(PointLimits.brokenBy(point("m", value, "f", "x", NOON)).orElseThrow())
        .contains("tag station");
  }

  @Test
  void refuses_text_beyond_64_kb_counted_in_utf_8() {
    assertThat(PointLimits.brokenBy(point("m", "v", "f", "ộ".repeat(21_845), NOON))).isEmpty();
    assertThat(PointLimits.brokenBy(point("m", "v", "f", "ộ".repeat(21_846), NOON))).isPresent();
  }

  @Test
  void refuses_times_outside_64_bits_of_nanoseconds() {
    assertThat(PointLimits.brokenBy(point("m", "v", "f", "x", PointLimits.LATEST))).isEmpty();
    assertThat(PointLimits.brokenBy(point("m", "v", "f", "x", PointLimits.LATEST.plusMillis(1))))
        .isPresent();
    assertThat(PointLimits.brokenBy(point("m", "v", "f", "x", Instant.MAX))).isPresent();
    assertThat(PointLimits.brokenBy(point("m", "v", "f", "x", Instant.MIN))).isPresent();
  }

  private static Point point(
      String measurement, String station, String field, String text, Instant time) {
    return new Point(
        measurement,
        new TreeMap<>(Map.of("station", station)),
        new TreeMap<>(Map.of(field, new Value.Text(text))),
        time);
  }
}
