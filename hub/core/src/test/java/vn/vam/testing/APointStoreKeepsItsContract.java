package vn.vam.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointLimits;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.point.Stored;
import vn.vam.core.point.Summary;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Kind;

/** What every time-series store does, whatever is behind it. */
public abstract class APointStoreKeepsItsContract {
  protected static final String SALT = "salinity_gl";
  protected static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  protected static final Instant MIDNIGHT = Instant.parse("2026-03-12T17:00:00Z");
  protected static final Series WATER = Series.of(Kind.SALINITY, "xuan-hoa", "xuan-hoa-1");
  protected static final Series ROAD = Series.of(Kind.TRAFFIC, "rach-mieu", "counter-1");

  private static final Series CAMERA = Series.of(Kind.CAMERA, "quay", "quay-1");

  protected PointStore store;

  /** A store that holds nothing yet. */
  protected abstract PointStore emptyStore() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = emptyStore();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_point_written_twice_is_one() {
    write(WATER.at(NOON, SALT, 4.2));
    write(WATER.at(NOON, SALT, 4.2));

    assertThat(values(SALT)).containsExactly(4.2);
  }

  @Test
  void a_partial_point_later_merges_its_fields_and_the_last_value_wins() {
    write(WATER.at(NOON, Map.of(SALT, 4.2, "temperature_c", 28.1)));
    write(WATER.at(NOON, Map.of(SALT, 4.3, "battery_v", 3.6)));

    assertThat(values(SALT)).containsExactly(4.3);
    assertThat(values("temperature_c")).containsExactly(28.1);
    assertThat(values("battery_v")).containsExactly(3.6);
  }

  @Test
  void within_a_batch_the_last_value_wins_too() {
    write(WATER.at(NOON, SALT, 1.0), WATER.at(NOON, "level_m", 0.5), WATER.at(NOON, SALT, 2.0));

    assertThat(values(SALT)).containsExactly(2.0);
    assertThat(values("level_m")).containsExactly(0.5);
  }

  @Test
  void poison_in_the_middle_is_refused_with_a_reason_and_its_neighbours_are_written() {
    write(WATER.at(NOON, SALT, 1.0));
    List<Point> batch = minutes(100);
    batch.set(41, WATER.at(NOON.plusSeconds(41 * 60), SALT, "four point two"));

    List<Stored.Refusal> refused = written(store.write(batch)).refused();

    assertThat(refused).extracting(Stored.Refusal::index).containsExactly(41);
    assertThat(refused.getFirst().reason()).containsIgnoringCase("type").contains(SALT);
    assertThat(values(SALT)).hasSize(99);
  }

  @Test
  void a_batch_that_gives_a_new_field_two_types_keeps_one_of_them() {
    List<Point> batch = minutes(10);
    batch.set(5, WATER.at(NOON.plusSeconds(5 * 60), SALT, "four point two"));

    List<Stored.Refusal> refused = written(store.write(batch)).refused();

    assertThat(refused).extracting(Stored.Refusal::index).containsExactly(5);
    assertThat(values(SALT)).hasSize(9);
  }

  @Test
  void a_batch_of_nothing_but_poison_is_refused_point_by_point() {
    write(WATER.at(NOON, SALT, 1.0));
    List<Point> batch =
        IntStream.range(0, 20).mapToObj(i -> WATER.at(NOON.plusSeconds(i), SALT, "x")).toList();

    List<Stored.Refusal> refused = written(store.write(batch)).refused();

    assertThat(refused)
        .extracting(Stored.Refusal::index)
        .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    assertThat(values(SALT)).containsExactly(1.0);
  }

  @Test
  void poison_first_and_last_is_found_with_its_place_in_the_batch() {
    List<Point> batch = minutes(7);
    batch.set(0, WATER.at(PointLimits.LATEST.plusMillis(1), SALT, 4.2));
    batch.set(6, WATER.at(Instant.MIN, SALT, 4.2));

    List<Stored.Refusal> refused = written(store.write(batch)).refused();

    assertThat(refused).extracting(Stored.Refusal::index).containsExactly(0, 6);
    assertThat(refused.getFirst().reason()).contains("time");
    assertThat(values(SALT)).hasSize(5);
  }

  @Test
  void late_points_land_at_their_own_time() {
    write(WATER.at(NOON.plusSeconds(3600), SALT, 3.0));
    write(WATER.at(NOON, SALT, 1.0), WATER.at(NOON.plusSeconds(1800), SALT, 2.0));

    assertThat(samples(SALT))
        .extracting(Sample::time)
        .containsExactly(NOON, NOON.plusSeconds(1800), NOON.plusSeconds(3600));
    assertThat(values(SALT)).containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void a_batch_may_hold_two_measurements() {
    write(WATER.at(NOON, SALT, 4.2), ROAD.at(NOON, "count", 120));

    assertThat(values(SALT)).containsExactly(4.2);
    assertThat(store.read(ROAD.raw("count", NOON, MIDNIGHT)))
        .extracting(Sample::value)
        .containsExactly(120.0);
  }

  @Test
  void a_batch_of_five_thousand_is_kept_whole() {
    List<Point> batch =
        IntStream.range(0, PointStore.MOST_POINTS)
            .mapToObj(i -> WATER.at(NOON.plusMillis(i * 100L), SALT, i / 1000.0))
            .toList();

    write(batch.toArray(Point[]::new));

    assertThat(values(SALT)).hasSize(5_000).startsWith(0.0, 0.001).endsWith(4.998, 4.999);
  }

  @Test
  void batches_of_several_threads_at_once_are_all_kept() {
    List<List<Point>> batches =
        IntStream.range(0, 8)
            .mapToObj(
                batch ->
                    IntStream.range(0, 500)
                        .mapToObj(i -> WATER.at(NOON.plusMillis(batch * 500L + i), SALT, batch))
                        .toList())
            .toList();

    assertThat(batches.parallelStream().map(store::write).toList())
        .containsOnly(new Stored.Written(List.of()));
    assertThat(values(SALT)).hasSize(4_000);
  }

  @Test
  void a_longer_batch_is_the_callers_mistake() {
    List<Point> batch = Collections.nCopies(5_001, WATER.at(NOON, SALT, 1.0));

    assertThatIllegalArgumentException().isThrownBy(() -> store.write(batch));
  }

  @Test
  void an_empty_batch_is_written() {
    assertThat(store.write(List.of())).isEqualTo(new Stored.Written(List.of()));
  }

  @Test
  void text_lies_beside_numbers_and_is_no_sample() {
    write(WATER.at(NOON, Map.of("score", 0.8, "zone", "cổng \"Bắc\" \\ 1, a=b", "quality", 1)));

    assertThat(values("score")).containsExactly(0.8);
    assertThat(values("zone")).isEmpty();
    assertThat(store.read(WATER.means("zone", NOON, MIDNIGHT, Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void lanes_and_directions_of_one_counter_are_points_of_their_own() {
    Series lane1 = ROAD.with("lane", "1");
    write(
        lane1.with("direction", "in").at(NOON, "count", 10),
        lane1.with("direction", "out").at(NOON, "count", 20),
        ROAD.with("lane", "2").with("direction", "in").at(NOON, "count", 30));

    assertThat(store.read(ROAD.raw("count", NOON, MIDNIGHT)))
        .extracting(Sample::value)
        .containsExactlyInAnyOrder(10.0, 20.0, 30.0);
  }

  @Test
  void raw_samples_come_in_order_of_time_with_device_and_quality() {
    Series second = WATER.with("device", "xuan-hoa-2");
    write(
        second.at(NOON.plusMillis(1), Map.of(SALT, 2.0, "quality", 3)),
        WATER.at(NOON.plusMillis(2), SALT, 3.0),
        WATER.at(NOON, Map.of(SALT, 1.0, "quality", 1)));

    assertThat(samples(SALT))
        .containsExactly(
            sample(NOON, 1.0, "xuan-hoa-1", Optional.of(1)),
            sample(NOON.plusMillis(1), 2.0, "xuan-hoa-2", Optional.of(3)),
            sample(NOON.plusMillis(2), 3.0, "xuan-hoa-1", Optional.empty()));
  }

  @Test
  void quality_itself_can_be_read() {
    write(WATER.at(NOON, Map.of(SALT, 2.0, "quality", 3)));

    assertThat(samples("quality")).containsExactly(sample(NOON, 3.0, "xuan-hoa-1", Optional.of(3)));
  }

  @Test
  void another_station_is_not_read() {
    write(WATER.at(NOON, SALT, 1.0), WATER.with("station", "my-tho").at(NOON, SALT, 9.0));

    assertThat(values(SALT)).containsExactly(1.0);
  }

  @Test
  void from_is_inclusive_and_to_is_exclusive() {
    write(
        WATER.at(NOON.minusMillis(1), SALT, 1.0),
        WATER.at(NOON, SALT, 2.0),
        WATER.at(NOON.plusSeconds(60), SALT, 3.0));

    assertThat(store.read(WATER.raw(SALT, NOON, NOON.plusSeconds(60))))
        .extracting(Sample::value)
        .containsExactly(2.0);
    assertThat(store.read(WATER.raw(SALT, Instant.MIN, Instant.MAX))).hasSize(3);
  }

  @Test
  void most_limits_samples_and_not_points_without_the_field() {
    List<Point> batch = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String field = i % 10 == 9 ? "battery_v" : SALT;
      batch.add(WATER.at(NOON.plusSeconds(i), Map.of(field, i, "quality", 1)));
    }
    write(batch.toArray(Point[]::new));

    assertThat(store.read(most(5, WATER.raw("battery_v", NOON, MIDNIGHT))))
        .extracting(Sample::value)
        .containsExactly(9.0, 19.0, 29.0, 39.0, 49.0);
  }

  @Test
  void means_are_taken_over_windows_aligned_to_the_epoch_within_the_bounds_asked_for() {
    write(
        WATER.at(NOON, SALT, 1.0),
        WATER.at(NOON.plusSeconds(60), SALT, 2.0),
        WATER.with("device", "xuan-hoa-2").at(NOON.plusSeconds(599), SALT, 6.0),
        WATER.at(NOON.plusSeconds(1800), SALT, 5.0),
        WATER.at(NOON.plusSeconds(3000), SALT, 7.0));
    Duration tenMinutes = Duration.ofMinutes(10);

    List<Sample> means =
        store.read(WATER.means(SALT, NOON.plusSeconds(60), NOON.plusSeconds(3000), tenMinutes));

    assertThat(means).containsExactly(mean(NOON, 4.0), mean(NOON.plusSeconds(1800), 5.0));
    assertThat(store.read(most(1, WATER.means(SALT, NOON, MIDNIGHT, tenMinutes))))
        .containsExactly(mean(NOON, 3.0));
  }

  @Test
  void a_mean_over_the_whole_history_is_answered() {
    write(WATER.at(NOON, SALT, 1.0), WATER.at(NOON.plusSeconds(1), SALT, 3.0));

    assertThat(store.read(WATER.means(SALT, Instant.MIN, Instant.MAX, Duration.ofDays(1))))
        .extracting(Sample::value)
        .containsExactly(2.0);
  }

  @Test
  void a_window_is_summed_up_series_by_series_with_its_extremes() {
    Series second = WATER.with("device", "xuan-hoa-2");
    write(
        WATER.at(NOON, Map.of(SALT, 1.0, "quality", 1)),
        WATER.at(NOON.plusSeconds(60), Map.of(SALT, 4.0, "quality", 3, "method", "pss-78")),
        second.at(NOON.plusSeconds(599), SALT, 6.0),
        WATER.at(NOON.plusSeconds(600), "level_m", -0.5),
        WATER.at(NOON.plusSeconds(1200), SALT, 9.0),
        WATER.with("station", "my-tho").at(NOON, SALT, 9.0));

    List<Summary> summaries = store.summaries(WATER.windows(NOON, 2, Duration.ofMinutes(10)));

    assertThat(summaries)
        .containsExactlyInAnyOrder(
            summary(
                WATER,
                NOON,
                Map.of(
                    SALT,
                    new Summary.Figures(2.5, 1, 4, 2),
                    "quality",
                    new Summary.Figures(2, 1, 3, 2))),
            summary(second, NOON, Map.of(SALT, new Summary.Figures(6, 6, 6, 1))),
            summary(
                WATER,
                NOON.plusSeconds(600),
                Map.of("level_m", new Summary.Figures(-0.5, -0.5, -0.5, 1))));
  }

  @Test
  void whole_points_come_back_as_they_were_written_in_order_of_time() {
    Series flood = CAMERA.with("type", "flood");
    Point begun = flood.at(NOON, event("e=1, \"ở\" cầu", "new"));
    Point person = CAMERA.with("type", "person").at(NOON.plusSeconds(1), event("p-1", "new"));
    Point ended = flood.at(NOON.plusSeconds(2), Map.of("event_id", "e-1", "score", 0.25));
    write(ended, person, begun, CAMERA.with("station", "elsewhere").at(NOON, "score", 1));
    write(WATER.at(NOON, SALT, 1.0));

    assertThat(store.points(CAMERA.points(NOON, MIDNIGHT))).containsExactly(begun, person, ended);
    assertThat(store.points(CAMERA.points(NOON.plusSeconds(1), NOON.plusSeconds(2))))
        .containsExactly(person);
    assertThat(store.points(new PointQuery(CAMERA.station(), NOON, MIDNIGHT, 2)))
        .containsExactly(begun, person);
  }

  private static Map<String, Object> event(String id, String phase) {
    return Map.of("event_id", id, "phase", phase, "quality", 1);
  }

  @Test
  void where_nothing_was_written_there_are_no_points() {
    assertThat(store.points(CAMERA.points(NOON, MIDNIGHT))).isEmpty();
    write(CAMERA.at(NOON, "score", 1));

    assertThat(store.points(ROAD.points(NOON, MIDNIGHT))).isEmpty();
    assertThat(store.points(CAMERA.points(NOON, NOON))).isEmpty();
  }

  @Test
  void summaries_of_nothing_are_none() {
    assertThat(store.summaries(WATER.windows(NOON, 2, Duration.ofMinutes(10)))).isEmpty();
    write(WATER.at(NOON, Map.of("zone", "Bắc")));
    assertThat(store.summaries(WATER.windows(NOON, 2, Duration.ofMinutes(10)))).isEmpty();
  }

  @Test
  void an_unknown_field_or_station_and_an_empty_window_are_empty() {
    Series nowhere = Series.of(Kind.SALINITY, "nowhere", "nothing");
    Duration hour = Duration.ofHours(1);

    assertThat(samples(SALT)).isEmpty();
    write(WATER.at(NOON, SALT, 1.0));
    assertThat(samples("ec25_us_cm")).isEmpty();
    assertThat(store.read(nowhere.raw(SALT, NOON, MIDNIGHT))).isEmpty();
    assertThat(store.read(ROAD.raw("count", NOON, MIDNIGHT))).isEmpty();
    assertThat(store.read(WATER.means("ec25_us_cm", NOON, MIDNIGHT, hour))).isEmpty();
    assertThat(store.read(WATER.raw(SALT, NOON, NOON))).isEmpty();
    assertThat(store.read(WATER.means(SALT, MIDNIGHT, NOON, hour))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salinity_gl\" FROM \"salinity\"; DROP MEASUREMENT \"salinity\" --",
        "salinity_gl'; DROP TABLE series; --",
        "1 OR 1=1",
        "a\"b'c`d\\e, f=g",
        "*",
        "độ mặn"
      })
  void no_name_injects_into_a_query(String name) {
    write(WATER.at(NOON, SALT, 1.0));

    assertThat(samples(name)).isEmpty();
    assertThat(store.read(WATER.means(name, NOON, MIDNIGHT, Duration.ofHours(1)))).isEmpty();
    write(WATER.at(NOON, name, 7.5));
    assertThat(values(name)).containsExactly(7.5);
    assertThat(values(SALT)).containsExactly(1.0);
  }

  protected final void write(Point... points) {
    assertThat(store.write(List.of(points))).isEqualTo(new Stored.Written(List.of()));
  }

  protected final List<Sample> samples(String field) {
    return store.read(WATER.raw(field, NOON, MIDNIGHT));
  }

  protected final List<Double> values(String field) {
    return samples(field).stream().map(Sample::value).toList();
  }

  protected static Stored.Written written(Stored stored) {
    assertThat(stored).isInstanceOf(Stored.Written.class);
    return (Stored.Written) stored;
  }

  /** One sample a minute from noon on. */
  protected static List<Point> minutes(int count) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(WATER.at(NOON.plusSeconds(i * 60L), SALT, i / 10.0));
    }
    return points;
  }

  private static SeriesQuery most(int most, SeriesQuery query) {
    return new SeriesQuery(
        query.station(), query.field(), query.from(), query.to(), query.every(), most);
  }

  private static Sample sample(
      Instant time, double value, String device, Optional<Integer> quality) {
    return new Sample(time, value, Optional.of(new DeviceId(device)), quality);
  }

  private static Summary summary(
      Series series, Instant start, Map<String, Summary.Figures> figures) {
    return new Summary(new TreeMap<>(series.tags()), start, new TreeMap<>(figures));
  }

  private static Sample mean(Instant start, double value) {
    return new Sample(start, value, Optional.empty(), Optional.empty());
  }
}
