package vn.vam.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TheSaltOfTheRiver {

  private static final YearMonth MARCH = YearMonth.of(2024, 3);

  @ParameterizedTest(name = "{0}: middle of the daily peaks {2} to {3}, none above {4}")
  @CsvSource({
    "coast,      0, 22, 31, 34",
    "Vàm Giồng, 23,  8, 12, 15",
    "Xuân Hòa,  42,  5,  8, 11",
  })
  void peaks_in_march_as_the_record_says(
      String place, double km, double least, double most, double never) {
    List<Double> peaks =
        eachDay(MARCH, day -> hours(SalinityModel.atKm(km, 7), day).max().orElseThrow());

    assertThat(peaks.get(peaks.size() / 2)).as(place).isBetween(least, most);
    assertThat(peaks.getLast()).as(place).isLessThan(never);
  }

  @ParameterizedTest(name = "at km {0}")
  @ValueSource(doubles = {23, 30, 42, 46, 50})
  void is_gone_from_august_on(double km) {
    List<Double> peaks =
        eachDay(
            YearMonth.of(2024, 8),
            day -> hours(SalinityModel.atKm(km, 7), day).max().orElseThrow());

    assertThat(peaks.getLast()).isLessThan(0.01);
  }

  @Test
  void has_all_but_left_xuan_hoa_in_july() {
    List<Double> peaks =
        eachDay(
            YearMonth.of(2024, 7),
            day -> hours(SalinityModel.atKm(42, 7), day).max().orElseThrow());

    assertThat(peaks.get(15)).isLessThan(0.05);
    assertThat(peaks.getLast()).isLessThan(0.2);
  }

  @ParameterizedTest(name = "at km {0}: low to high about {1}")
  @CsvSource({"23, 0.53", "42, 0.33"})
  void falls_within_the_day_as_its_swing_says(double km, double ratio) {
    List<Double> ratios =
        eachDay(
            MARCH,
            day -> expected(km, day).min().orElseThrow() / expected(km, day).max().orElseThrow());

    assertThat(ratios.get(15)).isCloseTo(ratio, within(0.12));
  }

  @Test
  void is_highest_within_two_and_a_half_hours_after_high_water() {
    TideModel tide = Reach.atKm(42).tide();
    SalinityModel salt = SalinityModel.atKm(42, 7);
    Instant midnight = FleetConfig.RECORD_SALT_DAY;

    int highWater = highest(minute -> tide.levelAt(midnight.plusSeconds(60L * minute)));
    int highSalt = highest(minute -> salt.expectedAt(midnight.plusSeconds(60L * minute)));

    assertThat(highSalt - highWater).isBetween(0, 150);
  }

  @Test
  void thins_out_by_one_e_every_nine_and_a_half_kilometres_above_xuan_hoa() {
    Season sluice = Reach.atKm(42).salt().season();
    Season further = Reach.atKm(51.5).salt().season();
    Instant noon = Instant.parse("2024-03-12T05:00:00Z");

    assertThat(further.at(noon)).isCloseTo(sluice.at(noon) / Math.E, within(0.001));
  }

  @Test
  void is_less_at_every_station_further_up() {
    Instant noon = Instant.parse("2024-03-12T05:00:00Z");

    List<Double> upriver =
        List.of(0, 2, 18, 23, 36, 42, 46, 50).stream()
            .map(km -> -Reach.atKm(km).salt().season().at(noon))
            .toList();

    assertThat(upriver).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void is_never_negative_and_never_more_than_the_sea() {
    SalinityModel coast = SalinityModel.atKm(0, 3);
    SalinityModel sluice = SalinityModel.atKm(42, 3);

    assertThat(everyHourOfAYear(coast)).allSatisfy(s -> assertThat(s).isBetween(0.0, 40.0));
    assertThat(everyHourOfAYear(sluice)).allSatisfy(s -> assertThat(s).isBetween(0.0, 15.0));
  }

  @Test
  void has_no_jump_where_months_meet() {
    Season season = Reach.atKm(42).salt().season();

    for (int day = 1; day < 366; day++) {
      Instant midnight = TideModel.EPOCH.plus(Duration.ofDays(day));
      assertThat(season.at(midnight)).isCloseTo(season.at(midnight.minusSeconds(60)), within(0.01));
    }
  }

  @ParameterizedTest(name = "{0} g/l is {1} µS/cm")
  @CsvSource({"0, 0", "0.5, 1014.8", "1, 1969.1", "4, 7276.7", "8, 13857", "30, 46253"})
  void conducts_as_the_practical_salinity_scale_says(double salinity, double ec25) {
    assertThat(Conductivity.ec25(salinity)).isCloseTo(ec25, within(0.1));
  }

  private static List<Double> everyHourOfAYear(SalinityModel model) {
    return IntStream.range(0, 365 * 24)
        .mapToObj(hour -> model.at(TideModel.EPOCH.plus(Duration.ofHours(hour))))
        .toList();
  }

  private static List<Double> eachDay(YearMonth month, Function<LocalDate, Double> figure) {
    return IntStream.rangeClosed(1, month.lengthOfMonth())
        .mapToObj(month::atDay)
        .map(figure)
        .sorted()
        .toList();
  }

  private static DoubleStream hours(SalinityModel model, LocalDate day) {
    return quarters(day).mapToDouble(model::at);
  }

  private static DoubleStream expected(double km, LocalDate day) {
    return quarters(day).mapToDouble(SalinityModel.atKm(km, 7)::expectedAt);
  }

  private static Stream<Instant> quarters(LocalDate day) {
    Instant midnight = day.atStartOfDay().toInstant(Province.LOCAL_TIME);
    return IntStream.range(0, 100).mapToObj(i -> midnight.plusSeconds(900L * i));
  }

  private static int highest(IntToDoubleFunction ofMinute) {
    return IntStream.range(0, 1440)
        .boxed()
        .max(Comparator.comparingDouble(ofMinute::applyAsDouble))
        .orElseThrow();
  }
}
