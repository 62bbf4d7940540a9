package vn.vam.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static vn.vam.core.ingest.Passing.NOON;
import static vn.vam.core.ingest.Passing.counted;
import static vn.vam.core.ingest.Passing.measured;
import static vn.vam.core.ingest.Passing.minute;
import static vn.vam.core.ingest.Passing.passes;
import static vn.vam.core.ingest.Passing.registry;
import static vn.vam.core.ingest.Passing.traits;
import static vn.vam.core.ingest.Passing.values;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Stage;
import vn.vam.core.point.Point;
import vn.vam.core.point.Points;
import vn.vam.core.point.Value;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.Measured;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationTraits;

class CompletingReadings {
  @Nested
  class Salinity {
    private final Stage stage = new SalinityFromConductivity(() -> registry());

    @Test
    void follows_from_compensated_conductivity_whatever_the_temperature() {
      List<Reading> readings =
          passes(
              stage,
              measured(Quantity.EC25, 7_500, NOON),
              measured(Quantity.TEMPERATURE, 32, NOON));

      assertThat(values(readings, Quantity.SALINITY)).containsExactly(4.1316);
      assertThat(((Reading.Measured) readings.getLast()).method())
          .contains(SalinityFromConductivity.METHOD);
    }

    @Test
    void follows_from_plain_conductivity_and_the_waters_temperature() {
      List<Reading> readings =
          passes(
              stage, measured(Quantity.EC, 8_332, NOON), measured(Quantity.TEMPERATURE, 32, NOON));

      assertThat(values(readings, Quantity.SALINITY).getFirst()).isCloseTo(4, within(0.02));
    }

    @Test
    void does_not_follow_from_plain_conductivity_alone() {
      assertThat(passes(stage, measured(Quantity.EC, 8_332, NOON))).hasSize(1);
    }

    @Test
    void of_the_probe_itself_stands() {
      List<Reading> readings =
          passes(
              stage, measured(Quantity.EC25, 7_277, NOON), measured(Quantity.SALINITY, 4.0, NOON));

      assertThat(values(readings, Quantity.SALINITY)).containsExactly(4.0);
    }

    @Test
    void is_as_doubtful_as_what_it_follows_from() {
      Reading doubtful =
          ((Reading.Measured) measured(Quantity.EC25, 7_500, NOON)).flagged(Quality.SUSPECT);

      assertThat(passes(stage, doubtful).getLast().quality()).isEqualTo(Quality.SUSPECT);
    }

    @Test
    void of_the_past_is_of_the_past() {
      List<Reading> readings =
          passes(
              stage,
              measured(Quantity.BATTERY, 3.6, NOON),
              new Reading.Past(measured(Quantity.EC25, 7_500, minute(-60))));

      assertThat(readings.getLast()).isInstanceOf(Reading.Past.class);
      assertThat(readings.getLast().takenAt()).isEqualTo(minute(-60));
    }

    @Test
    void goes_by_what_the_configuration_says_of_the_device() {
      Registry plain =
          registry(
              traits(Optional.of(false), Optional.empty(), Optional.empty()), StationTraits.NONE);

      assertThat(
              passes(
                  new SalinityFromConductivity(() -> plain), measured(Quantity.EC25, 7_500, NOON)))
          .hasSize(1);
    }
  }

  @Test
  void the_level_follows_from_the_distance_where_the_sensors_height_is_known() {
    Registry mounted =
        registry(traits(Optional.empty(), Optional.of(4.2), Optional.empty()), StationTraits.NONE);
    Reading distance = measured(Quantity.DISTANCE, 3.05, NOON);

    assertThat(values(passes(new LevelFromDistance(() -> mounted), distance), Quantity.LEVEL))
        .containsExactly(1.15);
    assertThat(passes(new LevelFromDistance(() -> registry()), distance)).hasSize(1);
  }

  @Test
  void a_level_of_the_device_itself_stands() {
    Registry mounted =
        registry(traits(Optional.empty(), Optional.of(4.2), Optional.empty()), StationTraits.NONE);
    List<Reading> readings =
        passes(
            new LevelFromDistance(() -> mounted),
            measured(Quantity.DISTANCE, 3.05, NOON),
            measured(Quantity.LEVEL, 1.2, NOON));

    assertThat(values(readings, Quantity.LEVEL)).containsExactly(1.2);
  }

  @Test
  void what_follows_from_others_is_no_better_than_they_are_once_they_are_judged() {
    Reading conductivity = measured(Quantity.EC, 8_332, NOON);
    Measured water = (Measured) measured(Quantity.TEMPERATURE, 32, NOON);
    Stage salinity = new SalinityFromConductivity(() -> registry());
    Measured derived = (Measured) passes(salinity, conductivity, water).getLast();
    Stage stage = new NoBetterThanItsSources(() -> registry());

    assertThat(passes(stage, conductivity, water, derived).getLast().quality())
        .isEqualTo(Quality.PASS);
    assertThat(
            passes(stage, conductivity, water.flagged(Quality.SUSPECT), derived)
                .getLast()
                .quality())
        .isEqualTo(Quality.SUSPECT);
  }

  @Test
  void a_salinity_is_no_better_than_its_temperature_where_the_configuration_says_it_was_needed() {
    Registry plain =
        registry(
            traits(Optional.of(false), Optional.empty(), Optional.empty()), StationTraits.NONE);
    Reading conductivity = measured(Quantity.EC25, 8_332, NOON);
    Measured water = (Measured) measured(Quantity.TEMPERATURE, 32, NOON);
    Reading derived =
        passes(new SalinityFromConductivity(() -> plain), conductivity, water).getLast();

    assertThat(
            passes(
                    new NoBetterThanItsSources(() -> plain),
                    conductivity,
                    water.flagged(Quality.FAIL),
                    derived)
                .getLast()
                .quality())
        .isEqualTo(Quality.FAIL);
  }

  @Test
  void a_salinity_that_needed_no_temperature_stands_whatever_that_is_worth() {
    Registry compensated =
        registry(traits(Optional.of(true), Optional.empty(), Optional.empty()), StationTraits.NONE);
    Reading conductivity = measured(Quantity.EC, 7_500, NOON);
    Measured water = (Measured) measured(Quantity.TEMPERATURE, 32, NOON);
    Reading derived =
        passes(new SalinityFromConductivity(() -> compensated), conductivity, water).getLast();

    assertThat(
            passes(
                    new NoBetterThanItsSources(() -> compensated),
                    conductivity,
                    water.flagged(Quality.FAIL),
                    derived)
                .getLast()
                .quality())
        .isEqualTo(Quality.PASS);
  }

  @Test
  void the_probes_own_salinity_stands_whatever_its_temperature_is_worth() {
    Measured water = (Measured) measured(Quantity.TEMPERATURE, 32, NOON);
    List<Reading> readings =
        passes(
            new NoBetterThanItsSources(() -> registry()),
            water.flagged(Quality.SUSPECT),
            measured(Quantity.SALINITY, 4, NOON));

    assertThat(readings.getLast().quality()).isEqualTo(Quality.PASS);
  }

  @Test
  void vehicles_are_weighed_in_cars() {
    Stage stage = new PassengerCarUnits(() -> registry());
    Map<Quantity, Double> classes =
        Map.of(
            Quantity.CLASS_MOTORCYCLE, 40.0,
            Quantity.CLASS_CAR, 5.0,
            Quantity.CLASS_TRUCK, 2.0,
            Quantity.CLASS_BUS, 1.0);

    assertThat(values(passes(stage, counted("1", classes, NOON)), Quantity.PCU))
        .containsExactly(40 * 0.25 + 5 + 2 * 2.5 + 3);
    assertThat(values(passes(stage, counted("1", Map.of(Quantity.COUNT, 9.0), NOON)), Quantity.PCU))
        .isEmpty();
  }

  @Test
  void vehicles_of_which_some_have_no_class_are_not_weighed() {
    Stage stage = new PassengerCarUnits(() -> registry());
    Map<Quantity, Double> some = Map.of(Quantity.COUNT, 60.0, Quantity.CLASS_CAR, 5.0);
    Map<Quantity, Double> all = Map.of(Quantity.COUNT, 5.0, Quantity.CLASS_CAR, 5.0);

    assertThat(values(passes(stage, counted("1", some, NOON)), Quantity.PCU)).isEmpty();
    assertThat(values(passes(stage, counted("1", all, NOON)), Quantity.PCU)).containsExactly(5.0);
  }

  @Test
  void an_interval_told_by_its_end_is_moved_to_its_start() {
    Stage stage = new IntervalStarts(() -> registry(Passing.endStamped(), StationTraits.NONE));
    Reading interval =
        counted("1", Map.of(Quantity.COUNT, 9.0, Quantity.INTERVAL, 300.0), minute(5));

    assertThat(passes(stage, minute(6), interval).getFirst().takenAt()).isEqualTo(NOON);
    assertThat(
            passes(new IntervalStarts(() -> registry()), minute(6), interval).getFirst().takenAt())
        .isEqualTo(minute(5));
  }

  @Test
  void an_interval_without_a_time_of_its_own_was_over_when_it_arrived() {
    Stage stage = new IntervalStarts(() -> registry());
    Reading interval =
        counted("1", Map.of(Quantity.COUNT, 9.0, Quantity.INTERVAL, 300.0), minute(5));
    Reading moment = counted("1", Map.of(Quantity.COUNT, 9.0), minute(5));

    assertThat(passes(stage, minute(5), interval).getFirst().takenAt()).isEqualTo(NOON);
    assertThat(passes(stage, minute(5), moment).getFirst().takenAt()).isEqualTo(minute(5));
  }

  @Nested
  class Counting_from_totals {
    private final KeptInMemory kept = new KeptInMemory();
    private Optional<Integer> bits = Optional.empty();
    private Stage stage = stage();

    private Stage stage() {
      return new CountsFromTotals(
          () -> Passing.registry(Passing.totalBits(bits), StationTraits.NONE), kept);
    }

    private List<Double> total(double total, Instant at) {
      Reading reading = counted("1", Map.of(Quantity.COUNT_TOTAL, total), at);
      return values(passes(stage, reading), Quantity.COUNT);
    }

    @Test
    void the_first_total_gives_none_and_each_next_what_came_since() {
      assertThat(total(1_000, minute(0))).isEmpty();
      assertThat(total(1_012, minute(5))).containsExactly(12.0);
      assertThat(total(1_012, minute(10))).containsExactly(0.0);
    }

    @Test
    void is_known_by_the_start_of_its_interval() {
      total(1_000, minute(0));
      Reading.Counted interval = interval(1_012, minute(5));

      assertThat(interval.takenAt()).isEqualTo(minute(0));
      assertThat(interval.values())
          .containsOnly(Map.entry(Quantity.COUNT, 12.0), Map.entry(Quantity.INTERVAL, 300.0));
      assertThat(interval(1_020, minute(10)).takenAt()).isEqualTo(minute(5));
    }

    @Test
    void no_total_takes_the_place_of_the_one_before() {
      Reading first = counted("1", Map.of(Quantity.COUNT_TOTAL, 1_000.0), minute(0));
      Reading second = counted("1", Map.of(Quantity.COUNT_TOTAL, 1_012.0), minute(5));
      List<Reading> readings = new ArrayList<>(passes(stage, first));
      readings.addAll(passes(stage, second));

      assertThat(Points.of(readings))
          .extracting(Point::time, point -> point.fields().get("count_total"))
          .containsExactly(
              tuple(minute(0), new Value.Number(1_000)), tuple(minute(5), new Value.Number(1_012)));
    }

    @Test
    void goes_by_the_totals_where_the_device_tells_its_interval_and_one_was_missed() {
      total(1_000, minute(5));
      Map<Quantity, Double> told = Map.of(Quantity.COUNT_TOTAL, 1_030.0, Quantity.INTERVAL, 300.0);
      Reading.Counted interval =
          (Reading.Counted) passes(stage, counted("1", told, minute(10))).getFirst();

      assertThat(interval.takenAt()).isEqualTo(minute(5));
      assertThat(interval.values()).containsEntry(Quantity.INTERVAL, 600.0);
    }

    private Reading.Counted interval(double total, Instant at) {
      Reading reading = counted("1", Map.of(Quantity.COUNT_TOTAL, total), at);
      return (Reading.Counted) passes(stage, reading).getFirst();
    }

    @Test
    void goes_on_after_a_restart_from_an_interval() {
      total(1_000, minute(0));
      Reading total = counted("1", Map.of(Quantity.COUNT_TOTAL, 1_012.0), minute(5));
      Outcome.Accepted logged = Passing.accepted(total).with(passes(stage, total));
      Stage restarted = stage();
      restarted.recall(Passing.message(minute(5)), logged);
      Reading next = counted("1", Map.of(Quantity.COUNT_TOTAL, 1_020.0), minute(10));

      assertThat(values(passes(restarted, next), Quantity.COUNT)).containsExactly(8.0);
    }

    @Test
    void a_total_near_the_end_of_its_bits_rolls_over() {
      total(65_522, minute(0));
      total(65_530, minute(5));
      assertThat(total(4, minute(10))).containsExactly(10.0);

      total(4_294_967_290.0, minute(15));
      assertThat(total(4, minute(20))).containsExactly(10.0);
    }

    @Test
    void one_that_falls_near_sixteen_bits_was_reset_where_its_lane_was_never_so_busy() {
      total(63_970, minute(0));
      total(64_000, minute(5));

      assertThat(total(12, minute(10))).containsExactly(12.0);
    }

    @Test
    void one_that_falls_near_sixteen_bits_before_anything_was_counted_gives_none() {
      total(65_530, minute(0));

      assertThat(total(4, minute(5))).isEmpty();
      assertThat(total(10, minute(10))).containsExactly(6.0);
    }

    @Test
    void one_of_so_many_bits_as_the_configuration_tells_rolls_over_at_their_end_alone() {
      bits = Optional.of(16);
      total(64_000, minute(0));
      assertThat(total(12, minute(5))).containsExactly(1_548.0);

      bits = Optional.of(32);
      total(65_522, minute(10));
      total(65_530, minute(15));
      assertThat(total(4, minute(20))).containsExactly(4.0);
    }

    @Test
    void goes_on_after_a_restart_that_recalls_nothing_from_what_was_kept() {
      total(65_522, minute(0));
      total(65_530, minute(5));
      stage.logged();
      stage = stage();

      assertThat(total(4, minute(10))).containsExactly(10.0);
    }

    @Test
    void
        what_was_kept_is_no_older_than_a_minute_or_a_thousand_batches_and_never_ahead_of_the_log() {
      total(1_000, minute(0));
      assertThat(kept.load()).isEmpty();
      stage.logged();
      total(1_010, minute(0.5));
      stage.logged();
      assertThat(kept.last()).isEqualTo(1_000);

      total(1_020, minute(1));
      stage.logged();
      assertThat(kept.last()).isEqualTo(1_020);

      total(1_030, minute(1.5));
      for (int batch = 0; batch < 1_000; batch++) {
        stage.logged();
      }
      assertThat(kept.last()).isEqualTo(1_030);
    }

    @Test
    void what_a_restart_recalls_counts_before_what_was_kept_where_it_is_newer() {
      total(1_000, minute(0));
      stage.logged();
      stage = stage();
      recall(990, minute(-5));
      recall(1_012, minute(5));

      assertThat(total(1_020, minute(10))).containsExactly(8.0);
    }

    private void recall(double total, Instant at) {
      Reading before = counted("1", Map.of(Quantity.COUNT_TOTAL, total), at);
      stage.recall(Passing.message(at), Passing.accepted(before));
    }

    @Test
    void one_that_was_ever_beyond_sixteen_bits_does_not_roll_over_there() {
      total(70_000, minute(0));
      assertThat(total(9, minute(5))).containsExactly(9.0);

      for (int i = 1; i <= 12; i++) {
        total(5_400.0 * i, minute(5 + 5 * i));
      }
      total(65_530, minute(70));
      assertThat(total(4, minute(75))).containsExactly(4.0);
    }

    @Test
    void a_counter_that_was_reset_has_counted_from_nought() {
      total(12_000, minute(0));
      assertThat(total(7, minute(5))).containsExactly(7.0);
    }

    @Test
    void no_road_passes_so_many_vehicles() {
      total(1_000, minute(0));
      assertThat(total(1_000_000, minute(5))).isEmpty();
    }

    @Test
    void a_total_that_comes_late_gives_none_and_disturbs_nothing() {
      total(1_000, minute(0));
      total(1_020, minute(10));
      assertThat(total(1_012, minute(5))).isEmpty();
      assertThat(total(1_025, minute(15))).containsExactly(5.0);
    }

    @Test
    void after_more_than_a_day_nobody_knows_how_often_it_came_round() {
      total(1_000, minute(0));
      assertThat(total(5_000, minute(60 * 25))).isEmpty();
      assertThat(total(5_010, minute(60 * 25 + 5))).containsExactly(10.0);
    }

    @Test
    void goes_on_after_a_restart() {
      Reading before = counted("1", Map.of(Quantity.COUNT_TOTAL, 1_000.0), NOON);
      stage.recall(Passing.message(NOON), Passing.accepted(before));
      assertThat(total(1_012, minute(5))).containsExactly(12.0);
    }

    @Test
    void each_lane_is_counted_for_itself() {
      total(1_000, minute(0));
      Reading other = counted("2", Map.of(Quantity.COUNT_TOTAL, 5.0), minute(5));
      assertThat(values(passes(stage, other), Quantity.COUNT)).isEmpty();
    }
  }
}
