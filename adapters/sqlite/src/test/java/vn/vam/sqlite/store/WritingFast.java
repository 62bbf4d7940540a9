package vn.vam.sqlite.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointStore;
import vn.vam.core.station.Kind;
import vn.vam.testing.Series;

class WritingFast {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final int BATCHES = 60;

  @TempDir Path folder;

  /**
   * Prints the figure; the bound is far below it, so that a busy machine does not fail the build.
   */
  @Test
  void batches_of_five_thousand_points_of_a_hundred_devices() {
    SqliteStoreConfig config = new SqliteStoreConfig(folder.resolve("points.db"), Optional.empty());
    try (PointStore store = new SqlitePointStore(config, Clock.systemUTC())) {
      List<List<Point>> batches = batches();
      long start = System.nanoTime();
      batches.forEach(store::write);
      Duration took = Duration.ofNanos(System.nanoTime() - start);

      double rate = BATCHES * 5_000 / (took.toMillis() / 1000.0);
      System.out.printf("embedded store: %,.0f points/s in batches of 5,000%n", rate);
      assertThat(rate).isGreaterThan(10_000);
    }
  }

  private static List<List<Point>> batches() {
    List<List<Point>> batches = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < PointStore.MOST_POINTS; i++) {
        Series series = Series.of(Kind.SALINITY, "station-" + i % 50, "device-" + i % 100);
        Instant time = NOON.plusSeconds(batch * 50L + i / 100);
        points.add(
            series.at(time, Map.of("salinity_gl", 4.2 + i, "temperature_c", 28.1, "quality", 1)));
      }
      batches.add(points);
    }
    return batches;
  }
}
