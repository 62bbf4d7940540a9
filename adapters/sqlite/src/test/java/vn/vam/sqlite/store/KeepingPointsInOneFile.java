package vn.vam.sqlite.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.PointStore.StoreUnavailable;
import vn.vam.core.point.Sample;
import vn.vam.core.point.Stored;
import vn.vam.core.point.Value;
import vn.vam.core.station.Kind;
import vn.vam.testing.Series;

class KeepingPointsInOneFile {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final Series WATER = Series.of(Kind.SALINITY, "xuan-hoa", "xuan-hoa-1");

  @TempDir Path folder;

  @Test
  void points_and_the_types_of_fields_outlive_the_process() {
    try (PointStore store = open(Optional.empty())) {
      store.write(List.of(WATER.at(NOON, "salinity_gl", 4.2)));
    }

    try (PointStore store = open(Optional.empty())) {
      assertThat(values(store)).containsExactly(4.2);
      assertThat(refusals(store.write(List.of(WATER.at(NOON, "salinity_gl", "text"))))).hasSize(1);
    }
  }

  @Test
  void while_another_process_holds_the_file_writes_are_deferred_and_reads_go_on() throws Exception {
    try (PointStore store = open(Optional.empty());
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      store.write(List.of(WATER.at(NOON, "salinity_gl", 1.0)));
      statement.execute("BEGIN IMMEDIATE");

      Stored held = store.write(List.of(WATER.at(NOON, "temperature_c", 28)));

      assertThat(held).isInstanceOf(Stored.Deferred.class);
      assertThat(held.toString()).contains("another process holds");
      assertThat(values(store)).containsExactly(1.0);
      statement.execute("ROLLBACK");
      assertThat(store.write(List.of(WATER.at(NOON, "temperature_c", 28))))
          .isEqualTo(new Stored.Written(List.of()));
    }
  }

  @Test
  void a_closed_store_defers_and_says_so() {
    PointStore store = open(Optional.empty());
    store.close();

    assertThat(store.write(List.of(WATER.at(NOON, "salinity_gl", 1.0))))
        .isInstanceOf(Stored.Deferred.class);
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> values(store));
  }

  @Test
  void a_file_that_is_no_database_is_named_at_once() throws Exception {
    Files.writeString(file(), "something else entirely, and long enough to be taken for a header");

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> open(Optional.empty()))
        .withMessageContaining("points.db");
  }

  @Test
  void points_beyond_retention_are_refused_and_forgotten_in_bites() {
    try (PointStore store = open(Optional.empty())) {
      store.write(minutes(NOON.minus(Duration.ofDays(10)), 5_000));
      store.write(minutes(NOON.minus(Duration.ofDays(20)), 5_000));
      store.write(minutes(NOON.minus(Duration.ofDays(1)), 10));
    }

    try (SqlitePointStore store = open(Optional.of(Duration.ofDays(2)))) {
      Stored late = store.write(minutes(NOON.minus(Duration.ofDays(3)), 1));

      assertThat(refusals(late).getFirst().reason()).contains("beyond retention");
      assertThat(store.forgetOld()).isEqualTo(10_000);
      assertThat(values(store)).hasSize(10);
    }
  }

  @Test
  void a_measurement_takes_a_thousand_fields_and_refuses_the_next_one() {
    try (PointStore store = open(Optional.empty())) {
      TreeMap<String, Value> fields = new TreeMap<>();
      for (int i = 0; i < 1_000; i++) {
        fields.put("field_" + i, new Value.Number(i));
      }
      Point widest = new Point("salinity", new TreeMap<>(WATER.tags()), fields, NOON);

      assertThat(refusals(store.write(List.of(widest)))).isEmpty();
      assertThat(refusals(store.write(List.of(WATER.at(NOON, "one_more", 1.0))))).hasSize(1);
    }
  }

  @Test
  void readers_do_not_wait_for_the_writer() {
    try (PointStore store = open(Optional.empty())) {
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 20; i++) {
                  store.write(minutes(NOON.plus(Duration.ofDays(i)), 1_000));
                }
              });

      List<Integer> seen = new ArrayList<>();
      while (!writing.isDone()) {
        seen.add(values(store).size());
      }

      assertThat(writing).isCompleted();
      assertThat(seen).isSorted().allMatch(size -> size % 1_000 == 0);
    }
  }

  private SqlitePointStore open(Optional<Duration> retention) {
    return new SqlitePointStore(
        new SqliteStoreConfig(file(), retention), Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private Path file() {
    return folder.resolve("points.db");
  }

  private static List<Point> minutes(Instant from, int count) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(WATER.at(from.plusSeconds(i * 60L), "salinity_gl", i));
    }
    return points;
  }

  private static List<Double> values(PointStore store) {
    return store
        .read(
            new vn.vam.core.point.SeriesQuery(
                WATER.station(),
                "salinity_gl",
                Instant.MIN,
                Instant.MAX,
                Optional.empty(),
                1_000_000))
        .stream()
        .map(Sample::value)
        .toList();
  }

  private static List<Stored.Refusal> refusals(Stored stored) {
    return ((Stored.Written) stored).refused();
  }
}
