package vn.vam.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

class KnowingTheLatest {
  private static final StationId XUAN_HOA = new StationId("xuan-hoa");
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private final LatestReadings latest = new LatestReadings(Duration.ofMinutes(10));

  @Test
  void a_late_value_replaces_nothing() {
    latest.take(salinity(0.6, NOON, Quality.PASS));

    assertThat(latest.take(salinity(0.2, NOON.minusSeconds(60), Quality.PASS))).isEmpty();
    assertThat(latest.of(XUAN_HOA, Quantity.SALINITY).orElseThrow().value()).isEqualTo(0.6);
  }

  @Test
  void a_failed_value_replaces_nothing() {
    latest.take(salinity(0.6, NOON, Quality.PASS));

    assertThat(latest.take(salinity(39, NOON.plusSeconds(60), Quality.FAIL))).isEmpty();
  }

  @Test
  void the_trend_tells_of_the_last_twelve_values_and_not_of_long_ago() {
    latest.take(salinity(0.2, NOON, Quality.PASS));
    for (int i = 1; i <= 13; i++) {
      latest.take(salinity(5 - i * 0.3, NOON.plusSeconds(i), Quality.PASS));
    }

    assertThat(latest.trend(XUAN_HOA, Quantity.SALINITY)).contains(Trend.FALLING);
  }

  @Test
  void the_trend_forgets_what_is_older_than_an_hour() {
    latest.take(salinity(0.2, NOON.minusSeconds(3_601), Quality.PASS));
    latest.take(salinity(5, NOON, Quality.PASS));

    assertThat(latest.trend(XUAN_HOA, Quantity.SALINITY)).isEmpty();
  }

  @Test
  void a_station_is_fresh_then_stale() {
    assertThat(latest.freshness(XUAN_HOA, NOON)).isEqualTo(Freshness.SILENT);

    latest.take(salinity(0.6, NOON, Quality.PASS));

    assertThat(latest.freshness(XUAN_HOA, NOON.plusSeconds(600))).isEqualTo(Freshness.FRESH);
    assertThat(latest.freshness(XUAN_HOA, NOON.plusSeconds(601))).isEqualTo(Freshness.STALE);
  }

  @Test
  void the_last_event_of_a_camera_is_the_last_by_its_own_clock() {
    StationId camera = new StationId("ben-pha");
    latest.take(event(camera, CameraPhase.END, NOON));

    latest.take(event(camera, CameraPhase.NEW, NOON.minusSeconds(9)));

    assertThat(latest.lastEvent(camera).orElseThrow().newest().phase()).isEqualTo(CameraPhase.END);
  }

  private static Reading.Measured salinity(double value, Instant at, Quality quality) {
    return new Reading.Measured(
        new DeviceId("xuan-hoa-1"), XUAN_HOA, Quantity.SALINITY, value, quality, at);
  }

  private static Reading.CameraEvent event(StationId camera, CameraPhase phase, Instant at) {
    return new Reading.CameraEvent(
        new DeviceId("ben-pha-1"),
        camera,
        "e-1",
        CameraEventType.PERSON,
        phase,
        Optional.empty(),
        Optional.empty(),
        Quality.PASS,
        at);
  }
}
