package vn.vam.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.ingest.Passing.counted;
import static vn.vam.core.ingest.Passing.measured;
import static vn.vam.core.ingest.Passing.minute;
import static vn.vam.core.ingest.Passing.pass;
import static vn.vam.core.ingest.Passing.registry;
import static vn.vam.core.ingest.Passing.traits;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.StationTraits;

class HoldingDevicesToTheirLimits {
  private final Stage gate =
      new FloodGate(
          () ->
              registry(
                  traits(Optional.empty(), Optional.empty(), Optional.of(3)), StationTraits.NONE));

  private Outcome.Decoded salt(Instant at, Instant arrived) {
    return pass(gate, arrived, measured(Quantity.SALINITY, 1, at));
  }

  @Test
  void a_flood_is_turned_away_and_says_why() {
    for (int i = 0; i < 3; i++) {
      assertThat(salt(minute(0.1 * i), minute(0.1 * i))).isInstanceOf(Outcome.Accepted.class);
    }
    Outcome.Rejected rejected = (Outcome.Rejected) salt(minute(0.4), minute(0.4));

    assertThat(rejected.reason()).isEqualTo(RejectReason.RATE_LIMITED);
    assertThat(rejected.detail()).contains("3 messages a minute");
    assertThat(rejected.device()).contains(Passing.DEVICE);
  }

  @Test
  void a_minute_later_it_is_heard_again() {
    for (int i = 0; i < 9; i++) {
      salt(minute(0.01 * i), minute(0.01 * i));
    }
    assertThat(salt(minute(1.1), minute(1.1))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void a_backlog_that_arrives_at_once_is_no_flood() {
    for (int i = 0; i < 100; i++) {
      assertThat(salt(minute(5 * i), minute(600))).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void a_backlog_is_none_in_whatever_order_and_however_its_minutes_fall() {
    for (int i = 0; i < 600; i++) {
      int tick = i % 2 == 0 ? i : 600 - i;
      assertThat(salt(minute(tick / 3.0), minute(900))).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void a_flood_of_two_old_times_is_one_all_the_same() {
    for (int i = 0; i < 6; i++) {
      assertThat(salt(minute(i % 2 * 30), minute(600))).isInstanceOf(Outcome.Accepted.class);
    }
    for (int i = 0; i < 6; i++) {
      salt(minute(i % 2 * 30), minute(600));
    }

    assertThat(salt(minute(0), minute(600))).isInstanceOf(Outcome.Rejected.class);
    assertThat(salt(minute(30), minute(600))).isInstanceOf(Outcome.Rejected.class);
    assertThat(salt(minute(60), minute(600))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void a_flood_whose_clock_runs_ahead_is_one_too() {
    for (int i = 0; i < 3; i++) {
      assertThat(salt(minute(1.5 * i), minute(0.1 * i))).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(salt(minute(4.5), minute(0.3))).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void a_flood_among_which_a_backlog_arrives_is_one_too() {
    for (int i = 0; i < 3; i++) {
      assertThat(salt(minute(-500 + 5 * i), minute(0.1 * i))).isInstanceOf(Outcome.Accepted.class);
      assertThat(salt(minute(0.1 * i), minute(0.1 * i))).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(salt(minute(-300), minute(0.3))).isInstanceOf(Outcome.Accepted.class);
    assertThat(salt(minute(0.3), minute(0.3))).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void a_device_has_so_many_lanes_and_no_more() {
    SeriesLimit limit = new SeriesLimit();
    for (int lane = 0; lane < SeriesLimit.MOST; lane++) {
      assertThat(pass(limit, minute(0), lane(lane))).isInstanceOf(Outcome.Accepted.class);
    }

    assertThat(pass(limit, minute(1), lane(0))).isInstanceOf(Outcome.Accepted.class);
    assertThat(pass(limit, minute(1), lane(999)))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_MANY_SERIES);
              assertThat(rejected.field()).contains("lane");
            });
  }

  private static Reading lane(int lane) {
    return counted(Integer.toString(lane), Map.of(Quantity.COUNT, 1.0), minute(0));
  }
}
