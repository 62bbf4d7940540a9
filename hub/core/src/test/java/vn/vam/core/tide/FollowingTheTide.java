package vn.vam.core.tide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowingTheTide {
  /** Measured on the record day: high water at 04:00, 8.85 g/l an hour later, 3.2 g/l at 13:00. */
  private static final Instant RECORD_DAY = Instant.parse("2024-03-11T17:00:00Z");

  private static final Instant HIGH_WATER = RECORD_DAY.plus(Duration.ofHours(4));

  private final Tide xuanHoa = Tide.at(42).orElseThrow();

  @Test
  void the_level_is_the_sum_of_the_constituents() {
    Instant epoch = Instant.parse("2023-12-31T17:00:00Z");

    assertThat(xuanHoa.level(epoch)).isCloseTo(byHand(), within(1e-6));
  }

  private static double byHand() {
    double[][] constants = {
      {0.733, 201},
      {0.259, 132},
      {0.129, 350},
      {0.119, 288},
      {0.589, 331},
      {0.438, 45},
      {0.139, 347}
    };
    double sum = 0;
    for (double[] one : constants) {
      sum += one[0] * Math.cos(Math.toRadians(one[1]));
    }
    return sum;
  }

  @Test
  void high_water_of_the_record_day_comes_when_it_was_measured() {
    Instant high = xuanHoa.nextHigh(RECORD_DAY);

    assertThat(high).isCloseTo(HIGH_WATER, within(1, ChronoUnit.HOURS));
  }

  @Test
  void the_wave_takes_about_two_hours_from_the_mouth_to_kilometre_42() {
    Instant mouth = Tide.at(2).orElseThrow().nextHigh(RECORD_DAY.minus(Duration.ofHours(1)));
    Instant inland = xuanHoa.nextHigh(mouth);

    assertThat(Duration.between(mouth, inland))
        .isBetween(Duration.ofMinutes(60), Duration.ofMinutes(170));
  }

  @Test
  void it_rises_and_falls_twice_a_day_by_one_and_a_half_to_three_and_a_half_metres() {
    List<Double> ranges = new ArrayList<>();
    Instant at = RECORD_DAY;
    for (int tide = 0; tide < 56; tide++) {
      Instant high = xuanHoa.nextHigh(at);
      Instant low = xuanHoa.nextLow(high);
      assertThat(Duration.between(high, low)).isBetween(Duration.ofHours(2), Duration.ofHours(16));
      ranges.add(xuanHoa.level(high) - xuanHoa.level(low));
      at = low;
    }

    assertThat(ranges.stream().mapToDouble(Double::doubleValue).max().orElseThrow())
        .isBetween(2.0, 3.8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 61, Double.NaN})
  void nobody_knows_the_tide_elsewhere(double km) {
    assertThat(Tide.at(km)).isEmpty();
  }

  @Test
  void the_salt_is_highest_behind_high_water_and_lowest_behind_low_water() {
    SaltForecast forecast = new SaltForecast(xuanHoa, 8.85, HIGH_WATER.plus(Duration.ofHours(1)));

    assertThat(forecast.salinity(RECORD_DAY.plus(Duration.ofHours(13)))).isBetween(1.5, 5.5);
  }

  @Test
  void water_that_is_far_too_salty_is_not_promised_to_get_fresh() {
    SaltForecast forecast = new SaltForecast(xuanHoa, 8.85, HIGH_WATER);

    assertThat(forecast.below(0.5, HIGH_WATER)).isEmpty();
  }

  @Test
  void fresh_water_at_high_tide_gets_fresher_and_then_salty_again() {
    Instant high = xuanHoa.nextHigh(RECORD_DAY).plus(Duration.ofHours(2));
    SaltForecast forecast = new SaltForecast(xuanHoa, 1.3, high);

    SaltForecast.Window window = forecast.below(1, high).orElseThrow();

    assertThat(window.from()).isBetween(high, high.plus(Duration.ofHours(12)));
    assertThat(window.until()).isAfter(window.from().plus(Duration.ofHours(1)));
    assertThat(forecast.salinity(window.from())).isLessThan(1);
  }
}
