package vn.vam.influxdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.PointStore.StoreUnavailable;
import vn.vam.core.point.Stored;
import vn.vam.core.secret.Secret;
import vn.vam.core.station.Kind;
import vn.vam.testing.InfluxProcess;
import vn.vam.testing.Series;

/** What only the installed InfluxDB 1.x can show; it lets nobody in without a password. */
@EnabledIf(
    value = "vn.vam.testing.InfluxProcess#isExpected",
    disabledReason = "no influxd on the PATH")
class AskingARealInfluxDb {
  private static final Series WATER = Series.of(Kind.SALINITY, "xuan-hoa", "xuan-hoa-1");
  private static final Secret PASSWORD = new Secret("cua song, 9 nhanh & \"phù sa\"");

  @TempDir static Path folder;
  private static InfluxProcess influx;

  private final Instant now = Instant.now();

  @BeforeAll
  static void start() {
    influx = InfluxProcess.startIn(folder, "vam", PASSWORD.reveal());
  }

  @AfterAll
  static void end() {
    if (influx != null) {
      influx.close();
    }
  }

  @Test
  void the_right_password_opens_it_and_the_database_is_created() {
    try (PointStore store = store("first", Optional.empty(), PASSWORD)) {
      assertThat(store.write(List.of(WATER.at(now, "salinity_gl", 4.2))))
          .isEqualTo(new Stored.Written(List.of()));
      assertThat(store.read(WATER.raw("salinity_gl", now.minusSeconds(1), now.plusSeconds(1))))
          .hasSize(1);
    }
  }

  @Test
  void a_wrong_password_discards_nothing_and_says_what_to_do() {
    try (PointStore store = store("first", Optional.empty(), new Secret("wrong-secret"))) {
      Stored stored = store.write(List.of(WATER.at(now, "salinity_gl", 4.2)));

      assertThat(stored).isInstanceOf(Stored.Deferred.class);
      assertThat(stored.toString()).contains("401", "check the user and password");
      assertThat(stored.toString()).doesNotContain("wrong-secret");
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> store.read(WATER.raw("salinity_gl", now, now.plusSeconds(1))))
          .withMessageContaining("401");
    }
  }

  @Test
  void points_beyond_the_retention_policy_are_refused_and_the_fresh_ones_kept() {
    try (PointStore any = store("short", Optional.empty(), PASSWORD)) {
      any.write(List.of(WATER.at(now, "level_m", 1.0)));
    }
    ask("short", "CREATE RETENTION POLICY \"two hours\" ON \"short\" DURATION 2h REPLICATION 1");
    List<Point> batch =
        IntStream.range(0, 100)
            .mapToObj(
                i -> WATER.at(now.minusSeconds(i % 10 == 3 ? 90_000 + i : i), "salinity_gl", i))
            .toList();

    try (PointStore store = store("short", Optional.of("two hours"), PASSWORD)) {
      List<Stored.Refusal> refused = ((Stored.Written) store.write(batch)).refused();

      assertThat(refused).extracting(Stored.Refusal::index).contains(3, 13, 93).hasSize(10);
      assertThat(refused.getFirst().reason()).contains("beyond retention policy");
      assertThat(
              store.read(WATER.raw("salinity_gl", now.minusSeconds(200_000), now.plusSeconds(1))))
          .hasSize(90);
    }
  }

  @Test
  void the_retention_of_the_configuration_is_set_and_summaries_get_a_policy_of_their_own() {
    InfluxConfig config = config("kept", Optional.empty(), PASSWORD);
    try (PointStore points =
            new InfluxPointStore(config.keeping(Optional.of(Duration.ofDays(90))));
        PointStore hours =
            new InfluxPointStore(config.beside("every_1h", Optional.of(Duration.ofDays(3650))));
        PointStore days = new InfluxPointStore(config.beside("every_1d", Optional.empty()))) {
      for (PointStore store : List.of(points, hours, days)) {
        assertThat(store.write(List.of(WATER.at(now, "salinity_gl", 4.2))))
            .isEqualTo(new Stored.Written(List.of()));
      }
    }

    assertThat(ask("kept", "SHOW RETENTION POLICIES"))
        .contains("[\"autogen\",\"2160h0m0s\"")
        .contains("[\"every_1h\",\"87600h0m0s\"")
        .contains("[\"every_1d\",\"0s\"");
  }

  @Test
  void a_retention_shorter_than_the_shards_of_the_policy_is_set_too() {
    InfluxConfig config = config("brief", Optional.empty(), PASSWORD);
    for (Duration keep : List.of(Duration.ofDays(90), Duration.ofDays(2), Duration.ofHours(1))) {
      try (PointStore points = new InfluxPointStore(config.keeping(Optional.of(keep)))) {
        points.write(List.of(WATER.at(now, "salinity_gl", 4.2)));
      }

      assertThat(ask("brief", "SHOW RETENTION POLICIES"))
          .contains("[\"autogen\",\"%dh0m0s\"".formatted(keep.toHours()));
    }
  }

  @Test
  void a_missing_retention_policy_discards_nothing() {
    try (PointStore store = store("first", Optional.of("nowhere"), PASSWORD)) {
      Stored stored = store.write(List.of(WATER.at(now, "salinity_gl", 4.2)));

      assertThat(stored).isInstanceOf(Stored.Deferred.class);
      assertThat(stored.toString()).contains("nowhere");
    }
  }

  @Test
  void text_is_kept_letter_by_letter() {
    String zone = "cổng \"Bắc\" \\ 1, a=b; 'x'";
    try (PointStore store = store("text", Optional.empty(), PASSWORD)) {
      store.write(List.of(WATER.at(now, Map.of("zone", zone, "score", 0.5))));
    }

    assertThat(ask("text", "SELECT zone FROM salinity").replace("\\\"", "\"").replace("\\\\", "\\"))
        .contains(zone);
  }

  private static String ask(String database, String influxQl) {
    return influx.query(database, influxQl, "vam", PASSWORD.reveal());
  }

  private static PointStore store(String database, Optional<String> policy, Secret password) {
    return new InfluxPointStore(config(database, policy, password));
  }

  private static InfluxConfig config(String database, Optional<String> policy, Secret password) {
    Optional<InfluxConfig.Login> login = Optional.of(new InfluxConfig.Login("vam", password));
    return new InfluxConfig(influx.url(), new InfluxConfig.V1(database, policy, login));
  }
}
