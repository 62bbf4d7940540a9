package vn.vam.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheTide {

  private static final Instant NEW_YEAR = TideModel.EPOCH;

  @ParameterizedTest(name = "at km {0}")
  @ValueSource(doubles = {0, 10, 23, 36, 42, 50})
  void ranges_from_about_1_3_to_3_5_metres_with_a_middle_of_2_5(double km) {
    TideModel tide = Reach.atKm(km).tide();

    List<Double> ranges =
        IntStream.range(0, 180).mapToObj(day -> range(tide, day)).sorted().toList();

    assertThat(ranges.getFirst()).isGreaterThan(1.1);
    assertThat(ranges.getLast()).isLessThan(3.7);
    assertThat(ranges.get(90)).isCloseTo(2.5, within(0.35));
  }

  @Test
  void reaches_km_42_about_1_9_hours_after_the_coast() {
    TideModel coast = Reach.atKm(0).tide();
    TideModel sluice = Reach.atKm(42).tide();

    double lag =
        IntStream.range(0, 60).mapToDouble(day -> lagHours(coast, sluice, day)).average().orElse(0);

    assertThat(lag).isCloseTo(1.9, within(0.3));
  }

  @Test
  void is_later_the_further_inland() {
    TideModel coast = Reach.atKm(0).tide();

    List<Double> lags =
        List.of(10.0, 23.0, 36.0, 46.0, 55.0).stream()
            .map(km -> lagHours(coast, Reach.atKm(km).tide(), 71))
            .toList();

    assertThat(lags).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void knows_its_mean_of_25_hours_without_adding_up() {
    TideModel tide = Reach.atKm(42).tide();
    Instant noon = Instant.parse("2024-03-12T05:00:00Z");

    double addedUp =
        IntStream.range(-750, 750)
            .mapToDouble(minute -> tide.levelAt(noon.plusSeconds(60L * minute + 30)))
            .average()
            .orElseThrow();

    assertThat(tide.dailyMeanAt(noon)).isCloseTo(addedUp, within(0.001));
  }

  private static double range(TideModel tide, int day) {
    DoubleSummaryStatistics levels =
        IntStream.range(0, 150)
            .mapToDouble(
                i -> tide.levelAt(NEW_YEAR.plus(Duration.ofMinutes(1440L * day + 10L * i))))
            .summaryStatistics();
    return levels.getMax() - levels.getMin();
  }

  /** Shift that lays one tide best over the other for four days. */
  private static double lagHours(TideModel first, TideModel second, int day) {
    return IntStream.range(0, 60)
            .boxed()
            .max(Comparator.comparingDouble(shift -> likeness(first, second, day, shift)))
            .orElseThrow()
        / 12.0;
  }

  private static double likeness(TideModel first, TideModel second, int day, int fiveMinutes) {
    return IntStream.range(0, 96)
        .mapToDouble(
            hour -> {
              Instant at = NEW_YEAR.plus(Duration.ofHours(24L * day + hour));
              double later = second.levelAt(at.plus(Duration.ofMinutes(5L * fiveMinutes)));
              return (first.levelAt(at) - first.meanLevelM()) * (later - second.meanLevelM());
            })
        .sum();
  }
}
