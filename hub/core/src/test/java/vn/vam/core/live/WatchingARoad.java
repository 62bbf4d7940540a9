package vn.vam.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading.Counted;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

class WatchingARoad {
  private static final StationId BRIDGE = new StationId("cau-my-loi");
  private static final Instant SEVEN = Instant.parse("2026-03-12T00:00:00Z");
  private final LatestReadings latest = new LatestReadings(Duration.ofMinutes(10));

  @Test
  void adds_up_the_vehicles_of_all_lanes() {
    latest.take(lane("1", SEVEN, Map.of(Quantity.COUNT, 12.0, Quantity.CLASS_CAR, 3.0)));
    latest.take(lane("2", SEVEN, Map.of(Quantity.COUNT, 7.0, Quantity.CLASS_CAR, 2.0)));

    assertThat(value(Quantity.COUNT)).isEqualTo(19);
    assertThat(value(Quantity.CLASS_CAR)).isEqualTo(5);
    assertThat(latest.lanes(BRIDGE)).isEqualTo(2);
  }

  @Test
  void takes_the_mean_of_speed_and_occupancy() {
    latest.take(lane("1", SEVEN, Map.of(Quantity.SPEED, 30.0, Quantity.OCCUPANCY, 20.0)));
    latest.take(lane("2", SEVEN, Map.of(Quantity.SPEED, 50.0, Quantity.OCCUPANCY, 10.0)));

    assertThat(value(Quantity.SPEED)).isEqualTo(40);
    assertThat(value(Quantity.OCCUPANCY)).isEqualTo(15);
  }

  @Test
  void the_next_interval_of_a_lane_replaces_its_last_one_alone() {
    latest.take(lane("1", SEVEN, Map.of(Quantity.COUNT, 12.0)));
    latest.take(lane("2", SEVEN, Map.of(Quantity.COUNT, 7.0)));

    latest.take(lane("1", SEVEN.plusSeconds(60), Map.of(Quantity.COUNT, 10.0)));

    assertThat(value(Quantity.COUNT)).isEqualTo(17);
    assertThat(latest.of(BRIDGE, Quantity.COUNT).orElseThrow().time())
        .isEqualTo(SEVEN.plusSeconds(60));
  }

  @Test
  void a_late_interval_replaces_nothing() {
    latest.take(lane("1", SEVEN, Map.of(Quantity.COUNT, 12.0)));

    latest.take(lane("1", SEVEN.minusSeconds(60), Map.of(Quantity.COUNT, 90.0)));

    assertThat(value(Quantity.COUNT)).isEqualTo(12);
  }

  @Test
  void a_lane_long_silent_is_left_out() {
    latest.take(lane("1", SEVEN, Map.of(Quantity.COUNT, 12.0)));

    latest.take(lane("2", SEVEN.plusSeconds(601), Map.of(Quantity.COUNT, 7.0)));

    assertThat(value(Quantity.COUNT)).isEqualTo(7);
    assertThat(latest.lanes(BRIDGE)).isEqualTo(1);
  }

  private double value(Quantity quantity) {
    return latest.of(BRIDGE, quantity).orElseThrow().value();
  }

  private static Counted lane(String lane, Instant start, Map<Quantity, Double> values) {
    return new Counted(
        new DeviceId("cau-my-loi-in"), BRIDGE, lane, "in", values, Quality.PASS, start);
  }
}
