package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.River.AT_ONCE;
import static vn.vam.core.rule.River.raised;
import static vn.vam.core.rule.River.rule;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;

class TrustingValues {
  private final River river = new River(AT_ONCE);

  @ParameterizedTest
  @EnumSource(names = {"FAIL", "MISSING"})
  void a_breach_that_cannot_be_never_alerts(Quality quality) {
    assertThat(river.says(0, 9, quality, 0)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SUSPECT", "FAIL", "MISSING"})
  void a_doubtful_safe_value_never_clears(Quality quality) {
    river.says(0, 0.9);

    assertThat(river.says(1, 0.1, quality, 1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SUSPECT", "FAIL", "MISSING"})
  void a_doubtful_value_interrupts_nothing_that_holds(Quality quality) {
    River slow = new River(rule(10, 0));
    slow.says(0, 0.6);
    slow.says(5, 0.1, quality, 5);

    assertThat(slow.timePasses(10)).containsExactly(raised(10, 0.6));
  }

  @Test
  void a_value_nobody_has_evaluated_yet_may_alert() {
    assertThat(river.says(0, 0.6, Quality.NOT_EVALUATED, 0)).containsExactly(raised(0, 0.6));
  }

  @Test
  void a_value_as_old_as_values_live_still_counts() {
    assertThat(river.says(0, 0.6, Quality.PASS, 30)).containsExactly(raised(0, 0.6));
  }

  @Test
  void an_older_one_does_not() {
    assertThat(river.says(0, 0.6, Quality.PASS, 31)).isEmpty();
  }

  @Test
  void an_older_one_does_not_clear_either() {
    river.says(0, 0.6);

    assertThat(river.says(1, 0.1, Quality.PASS, 32)).isEmpty();
  }

  @Test
  void a_late_breach_changes_nothing() {
    river.says(10, 0.1);

    assertThat(river.says(9, 9)).isEmpty();
  }

  @Test
  void a_late_safe_value_does_not_interrupt_what_holds() {
    River slow = new River(rule(10, 0));
    slow.says(0, 0.6);
    slow.says(5, 0.6);
    slow.says(4, 0.1);

    assertThat(slow.timePasses(10)).containsExactly(raised(10, 0.6));
  }

  @Test
  void the_same_value_twice_changes_nothing_the_second_time() {
    river.says(0, 0.6);

    assertThat(river.says(0, 0.6)).isEmpty();
  }

  @Nested
  class OfEveryKind {
    private static final DeviceId DEVICE = new DeviceId("d-1");

    @Test
    void a_measured_reading_is_one_value() {
      Reading measured =
          new Reading.Measured(
              DEVICE, River.XUAN_HOA, Quantity.SALINITY, 0.6, Quality.PASS, River.NOON);

      assertThat(Observation.of(measured))
          .containsExactly(
              new Observation(
                  River.XUAN_HOA, Quantity.SALINITY, 0.6, Quality.PASS, River.NOON, "d-1"));
    }

    @Test
    void a_counted_interval_is_a_value_for_each_count() {
      Reading counted =
          new Reading.Counted(
              DEVICE,
              River.XUAN_HOA,
              "1",
              "both",
              new EnumMap<>(Map.of(Quantity.COUNT, 40.0, Quantity.SPEED, 31.5)),
              Quality.SUSPECT,
              River.NOON);

      assertThat(Observation.of(counted))
          .containsExactlyInAnyOrder(inLane(Quantity.COUNT, 40), inLane(Quantity.SPEED, 31.5));
    }

    @Test
    void what_a_device_tells_of_the_past_is_none_and_never_alerts() {
      Reading breach =
          new Reading.Measured(
              DEVICE, River.XUAN_HOA, Quantity.SALINITY, 9, Quality.PASS, River.NOON);

      assertThat(Observation.of(new Reading.Past(breach))).isEmpty();
      assertThat(river.hears(new Reading.Past(breach))).isEmpty();
      assertThat(river.hears(breach)).containsExactly(raised(0, 9));
    }

    @Test
    void a_camera_event_is_none() {
      Reading event =
          new Reading.CameraEvent(
              DEVICE,
              River.XUAN_HOA,
              "e-1",
              CameraEventType.FLOOD,
              CameraPhase.NEW,
              Optional.of(0.9),
              Optional.empty(),
              Quality.PASS,
              River.NOON);

      assertThat(Observation.of(event)).isEqualTo(List.of());
    }

    private static Observation inLane(Quantity quantity, double value) {
      return new Observation(
          River.XUAN_HOA, quantity, value, Quality.SUSPECT, River.NOON, "d-1/1/both");
    }
  }
}
