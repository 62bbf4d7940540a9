package vn.vam.core.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.Measured;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

class MakingPointsOfReadings {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");

  @Test
  void values_measured_together_are_one_point_of_the_worst_quality() {
    List<Point> points =
        Points.of(
            List.of(
                measured("a", Quantity.SALINITY, 4.2, Quality.PASS, NOON),
                measured("a", Quantity.TEMPERATURE, 28, Quality.SUSPECT, NOON),
                measured("a", Quantity.BATTERY, 3.6, Quality.NOT_EVALUATED, NOON)));

    assertThat(points)
        .singleElement()
        .isEqualTo(
            new Point(
                "salinity",
                new TreeMap<>(Map.of("device", "a", "station", "s")),
                new TreeMap<>(
                    Map.of(
                        "salinity_gl", new Value.Number(4.2),
                        "temperature_c", new Value.Number(28),
                        "battery_v", new Value.Number(3.6),
                        "quality", new Value.Number(3))),
                NOON));
  }

  @Test
  void moments_and_devices_are_points_of_their_own_in_whatever_order_they_are_told() {
    List<Point> points =
        Points.of(
            List.of(
                measured("a", Quantity.SALINITY, 1, Quality.PASS, NOON),
                measured("a", Quantity.SALINITY, 2, Quality.PASS, NOON.plusSeconds(1)),
                measured("b", Quantity.SALINITY, 3, Quality.PASS, NOON),
                measured("a", Quantity.TEMPERATURE, 28, Quality.FAIL, NOON)));

    assertThat(points).hasSize(3);
    assertThat(points.getFirst().fields())
        .containsOnly(
            Map.entry("salinity_gl", new Value.Number(1)),
            Map.entry("temperature_c", new Value.Number(28)),
            Map.entry("quality", new Value.Number(4)));
  }

  @Test
  void what_tells_the_past_lies_beside_the_present_of_its_time() {
    Reading present = measured("a", Quantity.SALINITY, 1, Quality.PASS, NOON);
    Reading past = new Reading.Past(measured("a", Quantity.TEMPERATURE, 28, Quality.PASS, NOON));

    assertThat(Points.of(List.of(past, present)))
        .singleElement()
        .satisfies(point -> assertThat(point.fields()).hasSize(3));
  }

  @Test
  void a_value_says_how_it_was_computed() {
    Measured salt = measured("a", Quantity.EC25, 800, Quality.PASS, NOON);

    assertThat(Points.of(List.of(salt.as(Quantity.SALINITY, 0.4, Optional.of("pss78-hill")))))
        .singleElement()
        .satisfies(
            point ->
                assertThat(point.fields()).containsEntry("method", new Value.Text("pss78-hill")));
  }

  private static Measured measured(
      String device, Quantity quantity, double value, Quality quality, Instant at) {
    return new Measured(new DeviceId(device), new StationId("s"), quantity, value, quality, at);
  }
}
