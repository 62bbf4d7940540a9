package vn.vam.core.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Salt and warmth of one moment, told in two messages. */
class DoubtingWhatIsStored {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");

  private final DoubtedPoints doubted = new DoubtedPoints();

  @Test
  void a_doubted_value_keeps_its_point_doubted_when_a_good_one_joins_it() {
    written(NOON, 3, "salinity_gl");

    assertThat(written(NOON, 1, "temperature_c")).isEqualTo(3);
  }

  @Test
  void once_it_is_told_anew_the_point_is_as_good_as_what_then_stands_there() {
    written(NOON, 4, "salinity_gl");
    written(NOON, 3, "temperature_c");

    assertThat(written(NOON, 1, "salinity_gl", "temperature_c")).isEqualTo(1);
    assertThat(written(NOON, 1, "level_m")).isEqualTo(1);
  }

  @Test
  void a_worse_one_that_joins_it_counts() {
    written(NOON, 1, "salinity_gl");

    assertThat(written(NOON, 4, "temperature_c")).isEqualTo(4);
    assertThat(written(NOON, 3, "level_m")).isEqualTo(4);
  }

  @Test
  void other_moments_are_judged_by_themselves() {
    written(NOON, 3, "salinity_gl");

    assertThat(written(NOON.plusMillis(1), 1, "salinity_gl")).isEqualTo(1);
  }

  @Test
  void passed_and_not_evaluated_are_told_as_they_come() {
    written(NOON, 2, "salinity_gl");

    assertThat(written(NOON, 1, "temperature_c")).isEqualTo(1);
  }

  private double written(Instant at, double quality, String... names) {
    TreeMap<String, Value> fields = new TreeMap<>();
    for (String name : names) {
      fields.put(name, new Value.Number(1));
    }
    fields.put("quality", new Value.Number(quality));
    Point point = new Point("salinity", new TreeMap<>(), fields, at);
    return doubted.written(point).fields().get("quality") instanceof Value.Number flag
        ? flag.number()
        : 0;
  }
}
