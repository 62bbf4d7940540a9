package vn.vam.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.StationId;

class KnowingTheLatest {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final StationId XUAN_HOA = new StationId("xuan-hoa");

  private final LatestReadings latest = new LatestReadings(Duration.ofMinutes(30));

  @Test
  void a_later_value_replaces_an_earlier_one() {
    take(0, 4.0);

    assertThat(take(1, 4.2)).isTrue();
    assertThat(value()).isEqualTo(4.2);
  }

  @Test
  void a_late_value_replaces_nothing() {
    take(1, 4.2);

    assertThat(take(0, 9)).isFalse();
    assertThat(value()).isEqualTo(4.2);
  }

  @Test
  void of_two_values_of_one_instant_the_second_counts() {
    take(0, 4.0);

    assertThat(take(0, 4.1)).isTrue();
    assertThat(value()).isEqualTo(4.1);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAIL", "MISSING"})
  void a_failed_value_replaces_nothing(Quality quality) {
    take(0, 4.0);

    assertThat(latest.take(observation(1, 99, quality))).isFalse();
    assertThat(value()).isEqualTo(4.0);
  }

  @Test
  void a_suspect_value_is_shown_with_its_quality() {
    latest.take(observation(0, 30, Quality.SUSPECT));

    assertThat(latest.of(XUAN_HOA, Quantity.SALINITY))
        .contains(new Latest(30, NOON, Quality.SUSPECT));
  }

  @Test
  void quantities_do_not_replace_each_other() {
    take(0, 4.0);
    latest.take(
        new Observation(XUAN_HOA, Quantity.TEMPERATURE, 28, Quality.PASS, NOON.plusSeconds(1)));

    assertThat(latest.of(XUAN_HOA)).containsOnlyKeys(Quantity.SALINITY, Quantity.TEMPERATURE);
  }

  @Test
  void nothing_is_known_of_a_station_that_never_spoke() {
    assertThat(latest.of(new StationId("my-tho"))).isEmpty();
  }

  @Nested
  class AskedForFreshness {
    @Test
    void a_station_that_never_spoke_is_silent() {
      assertThat(latest.freshness(XUAN_HOA, NOON)).isEqualTo(Freshness.SILENT);
    }

    @Test
    void a_value_just_as_old_as_values_live_is_fresh() {
      take(0, 4.0);

      assertThat(latest.freshness(XUAN_HOA, minute(30))).isEqualTo(Freshness.FRESH);
    }

    @Test
    void an_older_one_is_stale() {
      take(0, 4.0);

      assertThat(latest.freshness(XUAN_HOA, minute(30).plusMillis(1))).isEqualTo(Freshness.STALE);
    }
  }

  @Nested
  class AskedForATrend {
    @Test
    void one_value_has_none() {
      take(0, 4.0);

      assertThat(latest.trend(XUAN_HOA, Quantity.SALINITY)).isEmpty();
    }

    @ParameterizedTest(name = "from 4.0 to {0}: {1}")
    @CsvSource({"4.3,RISING", "4.1,STEADY", "4.0,STEADY", "3.9,STEADY", "3.7,FALLING"})
    void it_compares_with_the_oldest_of_the_hour(double to, Trend trend) {
      take(0, 4.0);
      take(30, 9.9);
      take(60, to);

      assertThat(latest.trend(XUAN_HOA, Quantity.SALINITY)).contains(trend);
    }

    @Test
    void what_is_older_than_an_hour_tells_nothing() {
      take(0, 4.0);
      take(61, 9.0);

      assertThat(latest.trend(XUAN_HOA, Quantity.SALINITY)).isEmpty();
    }

    @Test
    void many_values_are_bounded_and_the_oldest_kept_one_counts() {
      for (int second = 0; second < 1_000; second++) {
        latest.take(
            new Observation(
                XUAN_HOA,
                Quantity.SALINITY,
                second < 800 ? 0.1 : 4.0,
                Quality.PASS,
                NOON.plusSeconds(second)));
      }

      assertThat(latest.trend(XUAN_HOA, Quantity.SALINITY)).contains(Trend.STEADY);
    }
  }

  private double value() {
    return latest.of(XUAN_HOA, Quantity.SALINITY).orElseThrow().value();
  }

  private boolean take(int minute, double value) {
    return latest.take(observation(minute, value, Quality.PASS));
  }

  private static Observation observation(int minute, double value, Quality quality) {
    return new Observation(XUAN_HOA, Quantity.SALINITY, value, quality, minute(minute));
  }

  private static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }
}
