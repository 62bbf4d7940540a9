package vn.vam.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.ingest.Passing.counted;
import static vn.vam.core.ingest.Passing.every;
import static vn.vam.core.ingest.Passing.measured;
import static vn.vam.core.ingest.Passing.minute;
import static vn.vam.core.ingest.Passing.passes;
import static vn.vam.core.ingest.Passing.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.ingest.Passing;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceTraits;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationTraits;

class JudgingValues {
  private final List<Check> told = new ArrayList<>();
  private QualityControl control = control(registry());

  private QualityControl control(Registry registry) {
    return new QualityControl(() -> registry, (quantity, check) -> told.add(check));
  }

  private Quality salt(double value, Instant at) {
    return passes(control, measured(Quantity.SALINITY, value, at)).getFirst().quality();
  }

  @Test
  void the_first_value_passes() {
    assertThat(salt(4.2, minute(0))).isEqualTo(Quality.PASS);
  }

  @Test
  void a_spike_is_suspect_and_the_values_around_it_are_not() {
    assertThat(salt(1.0, minute(0))).isEqualTo(Quality.PASS);
    assertThat(salt(9.0, minute(5))).isEqualTo(Quality.SUSPECT);
    assertThat(salt(1.1, minute(10))).isEqualTo(Quality.PASS);
    assertThat(told).containsExactly(Check.STEP);
  }

  @Test
  void a_step_is_believed_once_a_second_value_agrees() {
    salt(1.0, minute(0));
    assertThat(salt(9.0, minute(5))).isEqualTo(Quality.SUSPECT);
    assertThat(salt(9.1, minute(10))).isEqualTo(Quality.PASS);
    assertThat(salt(9.2, minute(15))).isEqualTo(Quality.PASS);
  }

  @Test
  void a_rise_that_a_tide_can_bring_passes() {
    assertThat(salt(1.0, minute(0))).isEqualTo(Quality.PASS);
    assertThat(salt(3.2, minute(60))).isEqualTo(Quality.PASS);
  }

  @Test
  void a_probe_that_tells_the_same_for_a_day_is_suspect_unless_it_is_nought() {
    Quality last = Quality.PASS;
    Quality fresh = Quality.PASS;
    QualityControl other = control(registry());
    for (int hour = 0; hour <= 25; hour++) {
      last = salt(2.5, minute(60 * hour));
      fresh = passes(other, measured(Quantity.SALINITY, 0, minute(60 * hour))).getFirst().quality();
    }
    assertThat(last).isEqualTo(Quality.SUSPECT);
    assertThat(fresh).isEqualTo(Quality.PASS);
    assertThat(told).containsOnly(Check.FLAT_LINE);
  }

  @Test
  void after_a_long_silence_there_is_nothing_to_compare_with() {
    control = control(registry(every(Duration.ofMinutes(15)), StationTraits.NONE));
    salt(1.0, minute(0));

    assertThat(salt(8.0, minute(600))).isEqualTo(Quality.NOT_EVALUATED);
    assertThat(salt(8.1, minute(615))).isEqualTo(Quality.PASS);
  }

  private void saltEvery(int minutes, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(salt(1.0 + 0.01 * i, minute(minutes * i))).isEqualTo(Quality.PASS);
    }
  }

  @Test
  void what_is_a_long_silence_is_learned_from_the_series_own_rhythm() {
    saltEvery(15, 10);

    assertThat(salt(9.0, minute(15 * 9 + 46))).isEqualTo(Quality.NOT_EVALUATED);
    assertThat(told).containsExactly(Check.GAP);
    assertThat(salt(9.1, minute(15 * 9 + 61))).isEqualTo(Quality.PASS);
  }

  @Test
  void a_pause_of_two_missed_values_is_none() {
    saltEvery(15, 10);

    assertThat(salt(12.0, minute(15 * 9 + 45))).isEqualTo(Quality.SUSPECT);
    assertThat(told).containsExactly(Check.STEP);
  }

  @Test
  void a_rhythm_is_known_after_nine_intervals_and_not_before() {
    saltEvery(15, 9);

    assertThat(salt(1.1, minute(600))).isEqualTo(Quality.PASS);
  }

  @Test
  void what_comes_now_and_then_has_no_rhythm() {
    double at = 0;
    for (int i = 0; i < 20; i++) {
      at += i % 2 == 0 ? 1 : 40;
      assertThat(salt(1.0 + 0.01 * i, minute(at))).isEqualTo(Quality.PASS);
    }
    assertThat(salt(1.3, minute(at + 400))).isEqualTo(Quality.PASS);
    assertThat(told).isEmpty();
  }

  @Test
  void of_what_comes_every_second_less_than_a_minute_is_no_silence() {
    for (int i = 0; i < 20; i++) {
      salt(1.0, minute(i / 60.0));
    }
    assertThat(salt(1.1, minute(1.2))).isEqualTo(Quality.PASS);
    assertThat(salt(1.1, minute(2.3))).isEqualTo(Quality.NOT_EVALUATED);
  }

  @Test
  void a_series_that_has_come_less_often_for_a_while_has_a_new_rhythm() {
    saltEvery(15, 10);
    double at = 15 * 9;
    Quality last = Quality.PASS;
    for (int i = 0; i < 9; i++) {
      at += 60;
      last = salt(1.2, minute(at));
    }
    assertThat(last).isEqualTo(Quality.PASS);
  }

  @Test
  void what_the_configuration_says_counts_before_the_rhythm() {
    control = control(registry(every(Duration.ofHours(2)), StationTraits.NONE));
    saltEvery(15, 10);

    assertThat(salt(1.2, minute(15 * 9 + 100))).isEqualTo(Quality.PASS);
  }

  @Test
  void a_late_value_is_held_to_the_range_alone_and_disturbs_nothing() {
    salt(1.0, minute(60));
    assertThat(salt(30.0, minute(0))).isEqualTo(Quality.PASS);
    assertThat(salt(1.1, minute(65))).isEqualTo(Quality.PASS);
  }

  @Test
  void the_past_disturbs_nothing() {
    salt(1.0, minute(60));
    Reading past = new Reading.Past(measured(Quantity.SALINITY, 30, minute(61)));

    assertThat(passes(control, past).getFirst().quality()).isEqualTo(Quality.PASS);
    assertThat(salt(1.1, minute(65))).isEqualTo(Quality.PASS);
  }

  @Test
  void what_is_impossible_stays_failed_and_is_compared_with_nothing() {
    Reading failed =
        ((Reading.Measured) measured(Quantity.SALINITY, 41, minute(5))).flagged(Quality.FAIL);
    salt(1.0, minute(0));

    assertThat(passes(control, failed).getFirst().quality()).isEqualTo(Quality.FAIL);
    assertThat(salt(1.1, minute(10))).isEqualTo(Quality.PASS);
  }

  @Test
  void a_station_has_limits_of_its_own() {
    QualityLimits own =
        new QualityLimits(
            Optional.of(0.1),
            Optional.of(2.0),
            Optional.of(0.5),
            Optional.of(0.5),
            Optional.empty());
    control =
        control(
            registry(
                DeviceTraits.NONE,
                new StationTraits(Map.of(Quantity.SALINITY, own), Optional.empty())));

    assertThat(salt(1.0, minute(0))).isEqualTo(Quality.PASS);
    assertThat(salt(1.8, minute(5))).isEqualTo(Quality.SUSPECT);
    assertThat(salt(2.1, minute(10))).isEqualTo(Quality.SUSPECT);
    assertThat(told).containsExactly(Check.STEP, Check.RANGE);
  }

  @Test
  void classes_that_are_more_than_all_are_suspect() {
    Map<Quantity, Double> values =
        Map.of(Quantity.COUNT, 10.0, Quantity.CLASS_CAR, 7.0, Quantity.CLASS_TRUCK, 4.0);

    assertThat(passes(control, counted("1", values, minute(0))).getFirst().quality())
        .isEqualTo(Quality.SUSPECT);
    assertThat(told).containsExactly(Check.SUM);
  }

  private Quality lane(Map<Quantity, Double> values, Instant at) {
    return passes(control, counted("1", values, at)).getFirst().quality();
  }

  @Test
  void vehicles_that_pass_without_moving_are_suspect() {
    assertThat(lane(Map.of(Quantity.COUNT, 3.0, Quantity.SPEED, 0.0), minute(0)))
        .isEqualTo(Quality.SUSPECT);
    assertThat(lane(Map.of(Quantity.COUNT, 0.0, Quantity.SPEED, 0.0), minute(1)))
        .isEqualTo(Quality.PASS);
  }

  @Test
  void more_vehicles_than_a_road_can_pass_come_from_a_chattering_detector() {
    assertThat(lane(Map.of(Quantity.COUNT, 100.0, Quantity.INTERVAL, 30.0), minute(0)))
        .isEqualTo(Quality.PASS);
    assertThat(lane(Map.of(Quantity.COUNT, 500.0, Quantity.INTERVAL, 30.0), minute(0.5)))
        .isEqualTo(Quality.SUSPECT);
    assertThat(told).containsExactly(Check.RANGE);
  }

  @Test
  void a_lane_that_is_covered_for_two_minutes_is_locked_on() {
    Quality last = Quality.PASS;
    for (int i = 0; i < 4; i++) {
      last = lane(Map.of(Quantity.OCCUPANCY, 100.0), minute(0.5 * i));
      assertThat(last).isEqualTo(Quality.PASS);
    }
    assertThat(lane(Map.of(Quantity.OCCUPANCY, 100.0), minute(2))).isEqualTo(Quality.SUSPECT);
    assertThat(lane(Map.of(Quantity.OCCUPANCY, 35.0), minute(2.5))).isEqualTo(Quality.PASS);
  }

  @Test
  void fresh_water_may_tell_the_same_little_salt_all_season() {
    Quality last = Quality.PASS;
    for (int hour = 0; hour < 24 * 60; hour++) {
      last = salt(0.1, minute(60 * hour));
    }
    assertThat(last).isEqualTo(Quality.PASS);
  }

  @Test
  void two_equal_values_on_both_sides_of_a_silence_are_no_flat_line() {
    salt(2.5, minute(0));
    assertThat(salt(2.5, minute(60 * 30))).isEqualTo(Quality.PASS);
  }

  @Test
  void what_follows_from_others_is_held_to_the_hard_limits_too() {
    Reading level = measured(Quantity.LEVEL, -5.8, minute(0));

    assertThat(passes(control, level).getFirst().quality()).isEqualTo(Quality.FAIL);
  }

  @Test
  void a_counted_interval_of_the_past_is_held_to_what_is_possible() {
    Reading whole = counted("1", Map.of(Quantity.COUNT, 3.0), minute(-60));
    Reading torn = counted("1", Map.of(Quantity.COUNT, 3.0, Quantity.CLASS_CAR, 9.0), minute(-55));

    assertThat(passes(control, new Reading.Past(whole)).getFirst().quality())
        .isEqualTo(Quality.PASS);
    assertThat(passes(control, new Reading.Past(torn)).getFirst().quality())
        .isEqualTo(Quality.SUSPECT);
  }

  @Test
  void a_restarted_hub_goes_on_comparing() {
    Reading before = measured(Quantity.SALINITY, 1.0, minute(0));
    control.recall(Passing.message(minute(0)), Passing.accepted(before));

    assertThat(salt(9.0, minute(5))).isEqualTo(Quality.SUSPECT);
  }
}
