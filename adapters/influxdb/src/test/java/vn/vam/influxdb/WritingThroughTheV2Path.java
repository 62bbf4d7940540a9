package vn.vam.influxdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Stored;
import vn.vam.core.secret.Secret;
import vn.vam.core.station.Kind;
import vn.vam.testing.Series;
import vn.vam.testing.VictoriaMetricsProcess;

/** Against a real server that takes {@code /api/v2/write}. */
@EnabledIf(
    value = "vn.vam.testing.VictoriaMetricsProcess#isExpected",
    disabledReason = "no victoria-metrics on the PATH")
class WritingThroughTheV2Path {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final Series WATER = Series.of(Kind.SALINITY, "xuan-hoa", "xuan-hoa-1");
  private static final Stored ALL_WRITTEN = new Stored.Written(List.of());

  private static VictoriaMetricsProcess server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = VictoriaMetricsProcess.startIn(folder);
  }

  @AfterAll
  static void end() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void points_arrive_with_their_tags_values_and_milliseconds() {
    Instant time = NOON.plusMillis(123);
    try (PointStore store = store()) {
      Stored stored =
          store.write(List.of(WATER.at(time, Map.of("salinity_gl", 4.25, "quality", 1))));

      assertThat(stored).isEqualTo(ALL_WRITTEN);
    }

    JsonNode series = export("salinity_salinity_gl{station=\"xuan-hoa\"}", 1);
    assertThat(series.at("/metric/device").asText()).isEqualTo("xuan-hoa-1");
    assertThat(series.at("/values/0").asDouble()).isEqualTo(4.25);
    assertThat(series.at("/timestamps/0").asLong()).isEqualTo(time.toEpochMilli());
  }

  @Test
  void a_batch_of_five_thousand_arrives_whole() {
    Series road = Series.of(Kind.TRAFFIC, "rach-mieu", "counter-1");
    List<Point> batch =
        IntStream.range(0, 5_000).mapToObj(i -> road.at(NOON.plusSeconds(i), "count", i)).toList();
    try (PointStore store = store()) {
      assertThat(store.write(batch)).isEqualTo(ALL_WRITTEN);
    }

    JsonNode series = export("traffic_count", 5_000);
    assertThat(series.at("/values/4999").asDouble()).isEqualTo(4999);
  }

  private static PointStore store() {
    return new InfluxPointStore(
        new InfluxConfig(
            server.url(), new InfluxConfig.V2("-", "vam", Optional.of(new Secret("any")))));
  }

  private static JsonNode export(String selector, int values) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> firstSeries(selector), series -> series.path("values").size() == values);
  }

  private static JsonNode firstSeries(String selector) throws Exception {
    return new ObjectMapper().readTree(server.export(selector).lines().findFirst().orElse("{}"));
  }
}
