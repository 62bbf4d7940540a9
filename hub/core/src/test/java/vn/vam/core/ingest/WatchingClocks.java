package vn.vam.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.ingest.Passing.counted;
import static vn.vam.core.ingest.Passing.measured;
import static vn.vam.core.ingest.Passing.minute;
import static vn.vam.core.ingest.Passing.passes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vam.core.message.Stage;
import vn.vam.core.quality.Check;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;

class WatchingClocks {
  private static final int SEVEN_HOURS = 7 * 60;

  private final List<Check> told = new ArrayList<>();
  private final Stage stage = new ClockWatch((quantity, check) -> told.add(check));

  private Reading says(Instant at, Instant arrived) {
    return passes(stage, arrived, measured(Quantity.SALINITY, 1, at)).getFirst();
  }

  @Test
  void a_clock_that_is_right_is_believed() {
    for (int i = 0; i < 20; i++) {
      assertThat(says(minute(5 * i), minute(5 * i + 0.3)).quality()).isEqualTo(Quality.PASS);
    }
  }

  @Test
  void one_that_is_seven_hours_behind_all_the_time_is_suspect() {
    Quality last = Quality.PASS;
    for (int i = 0; i < 8; i++) {
      last = says(minute(5 * i - SEVEN_HOURS), minute(5 * i)).quality();
    }
    assertThat(last).isEqualTo(Quality.SUSPECT);
    assertThat(told).contains(Check.CLOCK);
  }

  @Test
  void one_that_is_half_an_hour_behind_is_suspect() {
    Quality last = Quality.PASS;
    for (int i = 0; i < 8; i++) {
      last = says(minute(5 * i - 30 + 0.02 * i), minute(5 * i)).quality();
    }
    assertThat(last).isEqualTo(Quality.SUSPECT);
  }

  @Test
  void a_device_that_catches_up_after_an_outage_is_believed() {
    for (int i = 0; i < 60; i++) {
      assertThat(says(minute(5 * i), minute(300 + 0.2 * i)).quality()).isEqualTo(Quality.PASS);
    }
  }

  @Test
  void a_clock_that_stands_still_is_replaced_by_the_arrival() {
    says(minute(0), minute(0.1));
    says(minute(0), minute(5));
    Reading third = says(minute(0), minute(10));

    assertThat(third.quality()).isEqualTo(Quality.SUSPECT);
    assertThat(third.takenAt()).isEqualTo(minute(10));
  }

  @Test
  void several_messages_of_one_moment_are_no_clock_that_stands_still() {
    for (int lane = 0; lane < 6; lane++) {
      assertThat(says(minute(0), minute(0.01 * lane + 0.001)).quality()).isEqualTo(Quality.PASS);
    }
  }

  @Test
  void an_interval_is_told_once_it_is_over() {
    Map<Quantity, Double> quarter = Map.of(Quantity.COUNT, 9.0, Quantity.INTERVAL, 900.0);
    for (int i = 0; i < 20; i++) {
      Reading lane = counted("1", quarter, minute(15 * i));
      assertThat(passes(stage, minute(15 * i + 15.1), lane).getFirst().quality())
          .isEqualTo(Quality.PASS);
    }
  }

  @Test
  void a_counter_of_many_lanes_that_is_seven_hours_behind_is_suspect() {
    Quality last = Quality.PASS;
    for (int i = 0; i < 8 * 8; i++) {
      int moment = i / 8 * 5;
      Reading lane =
          counted("l" + i % 8, Map.of(Quantity.COUNT, 1.0), minute(moment - SEVEN_HOURS));
      last = passes(stage, minute(moment + 0.01 * (i % 8)), lane).getFirst().quality();
    }
    assertThat(last).isEqualTo(Quality.SUSPECT);
  }

  @Test
  void a_pack_of_samples_is_as_new_as_its_newest() {
    for (int i = 0; i < 20; i++) {
      Reading first = measured(Quantity.SALINITY, 1, minute(60 * i - 55));
      Reading last = measured(Quantity.SALINITY, 1.1, minute(60 * i));
      assertThat(passes(stage, minute(60 * i + 0.1), first, last))
          .allMatch(reading -> reading.quality() == Quality.PASS);
    }
  }

  @Test
  void a_device_without_a_clock_has_none_that_is_wrong() {
    for (int i = 0; i < 20; i++) {
      assertThat(says(minute(5 * i), minute(5 * i)).quality()).isEqualTo(Quality.PASS);
    }
    assertThat(told).isEmpty();
  }
}
