package vn.vam.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

class HintingAtThePresent {
  private static final StationId XUAN_HOA = new StationId("xuan-hoa");
  private static final DeviceId PROBE = new DeviceId("xuan-hoa-1");
  private static final DeviceId OTHER = new DeviceId("xuan-hoa-2");
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");

  private final LatestReadings latest = new LatestReadings(Duration.ofHours(1));

  @Test
  void a_kept_value_is_shown_where_nothing_was_measured_and_is_stale() {
    latest.take(new Hint.LastKnown(salt(PROBE, NOON, 4)));

    assertThat(latest.of(XUAN_HOA, Quantity.SALINITY).orElseThrow().value()).isEqualTo(4);
    assertThat(latest.freshness(XUAN_HOA, NOON)).isEqualTo(Freshness.STALE);
  }

  @Test
  void a_kept_value_never_replaces_a_measured_one() {
    latest.take(salt(PROBE, NOON, 1));
    latest.take(new Hint.LastKnown(salt(PROBE, NOON.plusSeconds(60), 4)));

    assertThat(latest.of(XUAN_HOA, Quantity.SALINITY).orElseThrow().value()).isEqualTo(1);
    assertThat(latest.freshness(XUAN_HOA, NOON)).isEqualTo(Freshness.FRESH);
  }

  @Test
  void the_past_is_never_the_latest() {
    latest.take(new Reading.Past(salt(PROBE, NOON, 4)));

    assertThat(latest.of(XUAN_HOA)).isEmpty();
  }

  @Test
  void what_a_device_measured_is_stale_once_it_is_gone() {
    latest.take(salt(PROBE, NOON, 1));
    latest.take(new Hint.Presence(PROBE, XUAN_HOA, false, NOON.plusSeconds(1)));

    assertThat(latest.freshness(XUAN_HOA, NOON.plusSeconds(2))).isEqualTo(Freshness.STALE);
  }

  @Test
  void a_second_device_keeps_the_station_fresh() {
    latest.take(salt(PROBE, NOON, 1));
    latest.take(salt(OTHER, NOON, 1));
    latest.take(new Hint.Presence(PROBE, XUAN_HOA, false, NOON.plusSeconds(1)));

    assertThat(latest.freshness(XUAN_HOA, NOON.plusSeconds(2))).isEqualTo(Freshness.FRESH);
  }

  @Test
  void a_value_after_the_farewell_makes_it_fresh_again() {
    latest.take(salt(PROBE, NOON, 1));
    latest.take(new Hint.Presence(PROBE, XUAN_HOA, false, NOON.plusSeconds(1)));
    latest.take(salt(PROBE, NOON.plusSeconds(5), 1));

    assertThat(latest.freshness(XUAN_HOA, NOON.plusSeconds(6))).isEqualTo(Freshness.FRESH);
  }

  private static Reading salt(DeviceId device, Instant at, double value) {
    return new Reading.Measured(device, XUAN_HOA, Quantity.SALINITY, value, Quality.PASS, at);
  }
}
