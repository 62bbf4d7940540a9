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
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.message.Stage;
import vn.vam.core.quality.Check;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
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

  /** How a clock drifts, in seconds a day; how often the device reports, in minutes. */
  static Stream<Arguments> drifting() {
    return Stream.of(20, 100, 600, 1_500)
        .flatMap(
            drift -> Stream.of(1, 15, 60, 360, 1_440).map(every -> Arguments.of(drift, every)));
  }

  @ParameterizedTest(name = "{0} s a day, every {1} min")
  @MethodSource("drifting")
  void one_that_drifts_is_suspect_soon_after_it_is_ten_minutes_behind_and_stays_so(
      int drift, int every) {
    Random jitter = new Random(drift * 31L + every);
    double behind = 9.0;
    int soon = every == 1 ? 12 : 6;
    int beyond = 0;
    for (double now = 0; beyond < 30; now += every) {
      behind += drift / 60.0 * every / 1_440;
      double latency = 0.1 * jitter.nextDouble();
      Quality quality = says(minute(now - behind), minute(now + latency)).quality();
      beyond += behind > 10.01 ? 1 : 0;
      assertThat(quality)
          .as("%.1f minutes behind, %d messages of more than ten", behind, beyond)
          .isEqualTo(beyond >= soon ? Quality.SUSPECT : behind < 9.8 ? Quality.PASS : quality);
    }
  }

  @ParameterizedTest(name = "{0} s a day, every {1} min")
  @MethodSource("drifting")
  void one_that_drifts_towards_the_right_time_is_suspect_until_it_is_there(int drift, int every) {
    int enough = every == 1 ? 11 : 5;
    double behind = 11.0 + 12 * drift / 60.0 * every / 1_440;
    for (int i = 0; i < 12; i++) {
      Quality quality = says(minute(i * every - behind), minute(i * every)).quality();
      assertThat(quality).isEqualTo(i < 5 ? Quality.PASS : i < enough ? quality : Quality.SUSPECT);
      behind -= drift / 60.0 * every / 1_440;
    }
  }

  @ParameterizedTest(name = "{0} s a day, every {1} min")
  @MethodSource("drifting")
  void one_that_drifts_and_is_not_far_behind_yet_alerts_as_before(int drift, int every) {
    double behind = 0;
    for (double now = 0; behind < 9; now += Math.max(every, 30)) {
      behind += drift / 60.0 * Math.max(every, 30) / 1_440;
      assertThat(says(minute(now - behind), minute(now)).quality()).isEqualTo(Quality.PASS);
    }
  }

  @Test
  void one_that_is_seven_hours_behind_is_suspect_however_often_the_device_reports() {
    for (int i = 0; i < 600; i++) {
      double now = i / 6.0;
      Quality quality = says(minute(now - SEVEN_HOURS), minute(now)).quality();
      assertThat(quality).isEqualTo(now < 5 ? Quality.PASS : now < 8 ? quality : Quality.SUSPECT);
    }
  }

  @Test
  void a_device_that_tells_now_sooner_and_now_later_what_it_measured_is_believed() {
    Random delay = new Random(7);
    for (int i = 0; i < 500; i++) {
      double now = 60.0 * i;
      assertThat(says(minute(now), minute(now + 15 + 120 * delay.nextDouble())).quality())
          .isEqualTo(Quality.PASS);
    }
  }

  @Test
  void a_camera_that_is_seven_hours_behind_is_suspect_in_all_it_sees() {
    Quality last = Quality.PASS;
    for (int i = 0; i < 8; i++) {
      last = sees("e" + i, CameraPhase.NEW, minute(7 * i - SEVEN_HOURS), minute(7 * i)).quality();
    }
    assertThat(last).isEqualTo(Quality.SUSPECT);
    assertThat(sees("e7", CameraPhase.END, minute(50 - SEVEN_HOURS), minute(50)).quality())
        .isEqualTo(Quality.SUSPECT);
    assertThat(told).contains(Check.CLOCK);
  }

  @Test
  void one_whose_clock_stands_still_is_timed_by_arrival() {
    sees("e1", CameraPhase.NEW, minute(0), minute(0.1));
    sees("e2", CameraPhase.NEW, minute(0), minute(5));
    Reading third = sees("e3", CameraPhase.NEW, minute(0), minute(10));

    assertThat(third.quality()).isEqualTo(Quality.SUSPECT);
    assertThat(third.takenAt()).isEqualTo(minute(10));
  }

  @Test
  void one_that_tells_when_a_long_event_began_all_along_is_believed() {
    sees("e1", CameraPhase.NEW, minute(0), minute(0.1));
    for (int i = 1; i < 30; i++) {
      assertThat(sees("e1", CameraPhase.UPDATE, minute(0), minute(5 * i)).quality())
          .isEqualTo(Quality.PASS);
    }
  }

  @Test
  void one_that_tells_late_what_it_saw_during_an_outage_is_believed() {
    for (int i = 0; i < 30; i++) {
      assertThat(sees("e" + i, CameraPhase.NEW, minute(9 * i), minute(300 + 0.1 * i)).quality())
          .isEqualTo(Quality.PASS);
    }
  }

  private Reading sees(String event, CameraPhase phase, Instant at, Instant arrived) {
    return passes(
            stage,
            arrived,
            new Reading.CameraEvent(
                Passing.DEVICE,
                Passing.STATION,
                event,
                CameraEventType.FLOOD,
                phase,
                Optional.empty(),
                Optional.empty(),
                Quality.PASS,
                at))
        .getFirst();
  }

  @Test
  void a_backlog_that_comes_as_fast_as_a_slow_network_lets_it_is_believed() {
    for (int i = 0; i < 60; i++) {
      assertThat(says(minute(15 * i), minute(900 + 5 * i)).quality()).isEqualTo(Quality.PASS);
    }
  }
}
