package vn.vam.sqlite.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Sample;
import vn.vam.core.point.TieredStore;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Station;
import vn.vam.testing.HandClock;
import vn.vam.testing.Series;

/** Points for two days, means of ten minutes for a month, means of hours for ever. */
class SummingUpWindows {
  private static final String SALT = "salinity_gl";
  private static final Series WATER = Series.of(Kind.SALINITY, "xuan-hoa", "xuan-hoa-1");
  private static final List<Station> STATIONS = List.of(WATER.station());
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final Duration TWO_DAYS = Duration.ofDays(2);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private final HandClock clock = new HandClock(NOON);
  private TieredStore store;

  @BeforeEach
  void open() {
    store =
        new TieredStore(
            sqlite("points.db", Optional.of(TWO_DAYS)),
            Optional.of(TWO_DAYS),
            List.of(
                new TieredStore.Tier(HOUR, Optional.empty(), sqlite("1h.db", Optional.empty())),
                new TieredStore.Tier(
                    TEN_MINUTES,
                    Optional.of(Duration.ofDays(30)),
                    sqlite("10m.db", Optional.of(Duration.ofDays(30))))),
            SqliteTouchedWindows.open(folder.resolve("windows.db")),
            clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_window_is_summed_up_once_it_is_over_and_not_before() {
    write(NOON, 1.0);
    setClock(NOON.plus(TEN_MINUTES).plusSeconds(59));
    assertThat(store.sumUp(STATIONS)).isZero();

    setClock(NOON.plus(TEN_MINUTES).plusSeconds(61));

    assertThat(store.sumUp(STATIONS)).isEqualTo(1);
    assertThat(store.sumUp(STATIONS)).isZero();
  }

  @Test
  void what_is_older_than_the_points_is_read_from_the_finest_summaries_that_still_hold_it() {
    write(NOON, 1.0);
    write(NOON.plusSeconds(60), 4.0);
    write(NOON.plusSeconds(1200), 5.0);
    sumUpAt(NOON.plus(HOUR).plusSeconds(61));

    setClock(NOON.plus(TWO_DAYS).plus(HOUR));
    assertThat(values(store.read(WATER.raw(SALT, NOON, clock.instant()))))
        .containsExactly(entry(NOON, 2.5), entry(NOON.plusSeconds(1200), 5.0));
    assertThat(values(store.read(WATER.raw(SALT + "_max", NOON, clock.instant()))))
        .containsExactly(entry(NOON, 4.0), entry(NOON.plusSeconds(1200), 5.0));

    setClock(NOON.plus(Duration.ofDays(40)));
    assertThat(values(store.read(WATER.raw(SALT, NOON, clock.instant()))))
        .containsExactly(entry(NOON, 10.0 / 3));
  }

  @Test
  void summaries_and_points_meet_without_a_gap_or_a_double() {
    for (int minute = 0; minute < 120; minute++) {
      write(NOON.plusSeconds(minute * 60L), minute);
    }
    sumUpAt(NOON.plus(Duration.ofHours(3)));

    setClock(NOON.plus(TWO_DAYS).plus(Duration.ofMinutes(35)));
    List<Sample> samples = store.read(WATER.raw(SALT, NOON, NOON.plus(HOUR)));

    assertThat(samples).extracting(Sample::time).doesNotHaveDuplicates().isSorted();
    assertThat(samples).hasSize(4 + 20);
    assertThat(samples.get(3)).returns(34.5, Sample::value);
    assertThat(samples.get(4)).returns(40.0, Sample::value);
    assertThat(values(store.read(WATER.means(SALT, NOON, NOON.plus(HOUR.multipliedBy(2)), HOUR))))
        .containsExactly(entry(NOON, 29.5), entry(NOON.plus(HOUR), 89.5));
  }

  @Test
  void a_late_point_changes_the_summary_of_its_own_time() {
    write(NOON, 1.0);
    sumUpAt(NOON.plus(HOUR).plusSeconds(61));

    write(NOON.plusSeconds(5), 3.0);
    sumUpAt(NOON.plus(HOUR).plusSeconds(120));

    setClock(NOON.plus(Duration.ofDays(3)));
    assertThat(values(store.read(WATER.raw(SALT, NOON, NOON.plus(HOUR)))))
        .containsExactly(entry(NOON, 2.0));
  }

  @Test
  void a_window_that_began_to_lose_its_points_keeps_the_summary_it_has() {
    write(NOON, 1.0);
    write(NOON.plusSeconds(300), 3.0);
    sumUpAt(NOON.plus(HOUR).plusSeconds(61));

    setClock(NOON.plus(TWO_DAYS).plusSeconds(100));
    write(NOON.plusSeconds(301), 3.0);
    store.sumUp(STATIONS);

    setClock(NOON.plus(Duration.ofDays(3)));
    assertThat(values(store.read(WATER.raw(SALT, NOON, NOON.plus(HOUR)))))
        .containsExactly(entry(NOON, 2.0));
  }

  @Test
  void windows_wait_through_a_restart() {
    write(NOON, 7.0);
    store.close();
    setClock(NOON.plus(HOUR).plusSeconds(61));
    open();

    assertThat(store.sumUp(STATIONS)).isEqualTo(2);
  }

  @Test
  void a_touch_between_reading_and_being_done_is_not_forgotten() {
    try (SqliteTouchedWindows windows =
        SqliteTouchedWindows.open(folder.resolve("other-windows.db"))) {
      windows.touch(HOUR, List.of(NOON));
      var read = windows.startingBefore(HOUR, NOON.plusSeconds(1), 10);
      windows.touch(HOUR, List.of(NOON));
      windows.done(HOUR, read);

      assertThat(windows.startingBefore(HOUR, NOON.plusSeconds(1), 10)).hasSize(1);
      assertThat(windows.startingBefore(TEN_MINUTES, NOON.plusSeconds(1), 10)).isEmpty();
    }
  }

  @Test
  void windows_of_several_threads_at_once_are_all_summed_up() {
    setClock(NOON.plus(HOUR.multipliedBy(2)));
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            minute -> {
              write(NOON.plusSeconds(minute * 60L), minute);
              store.sumUp(STATIONS);
            });
    store.sumUp(STATIONS);

    setClock(NOON.plus(Duration.ofDays(3)));
    assertThat(values(store.read(WATER.raw(SALT, NOON, clock.instant()))))
        .containsExactly(
            entry(NOON, 4.5),
            entry(NOON.plusSeconds(600), 14.5),
            entry(NOON.plusSeconds(1200), 24.5),
            entry(NOON.plusSeconds(1800), 34.5));
  }

  private void setClock(Instant time) {
    clock.forward(Duration.between(clock.instant(), time));
  }

  private void sumUpAt(Instant time) {
    setClock(time);
    store.sumUp(STATIONS);
  }

  private void write(Instant time, double value) {
    store.write(List.of(WATER.at(time, Map.of(SALT, value, "quality", 1))));
  }

  private static List<Map.Entry<Instant, Double>> values(List<Sample> samples) {
    List<Map.Entry<Instant, Double>> values = new ArrayList<>();
    samples.forEach(sample -> values.add(Map.entry(sample.time(), sample.value())));
    return values;
  }

  private PointStore sqlite(String file, Optional<Duration> retention) {
    return new SqlitePointStore(new SqliteStoreConfig(folder.resolve(file), retention), clock);
  }
}
