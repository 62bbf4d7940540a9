package vn.vam.influxdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Stored;
import vn.vam.core.secret.Secret;
import vn.vam.core.station.Kind;
import vn.vam.testing.Series;

/** What only a server with buckets and tokens, or 1.8 behind the same path, can show. */
@EnabledIfEnvironmentVariable(
    named = GivenInfluxDb.VARIABLE,
    matches = ".+",
    disabledReason = "no server is given")
class AskingAGivenInfluxDb {
  private static final Series WATER = Series.of(Kind.SALINITY, "xuan-hoa", "xuan-hoa-1");
  private static final Stored ALL_WRITTEN = new Stored.Written(List.of());

  private final Instant now = Instant.now();
  private final GivenInfluxDb given = new GivenInfluxDb();
  private final InfluxConfig.V2 bucket = given.newBucket();
  private final List<InfluxConfig.V2> made = new ArrayList<>();

  @AfterEach
  void dropWhatWasMade() {
    made.forEach(given::drop);
  }

  @Test
  void a_missing_bucket_discards_nothing() {
    try (PointStore store = new InfluxPointStore(config(bucket))) {
      Stored stored = store.write(List.of(WATER.at(now, "salinity_gl", 4.2)));

      assertThat(stored).isInstanceOf(Stored.Deferred.class);
      assertThat(stored.toString()).contains("not found");
    }
  }

  @Test
  void a_wrong_token_discards_nothing_and_says_what_to_do() {
    assumeTrue(given.asksForTokens(), "the given server asks for no token");
    Secret wrong = new Secret("wrong-secret");
    try (PointStore store =
        new InfluxPointStore(
            config(new InfluxConfig.V2(bucket.org(), bucket.bucket(), Optional.of(wrong))))) {
      Stored stored = store.write(List.of(WATER.at(now, "salinity_gl", 4.2)));

      assertThat(stored).isInstanceOf(Stored.Deferred.class);
      assertThat(stored.toString()).contains("401", "or the token").doesNotContain(wrong.reveal());
    }
  }

  @Test
  void points_beyond_the_retention_are_refused_and_the_fresh_ones_kept() {
    List<Point> batch =
        IntStream.range(0, 100)
            .mapToObj(
                i -> WATER.at(now.minusSeconds(i % 10 == 3 ? 90_000 + i : i), "salinity_gl", i))
            .toList();

    try (PointStore store = made(config(bucket).keeping(Optional.of(Duration.ofHours(2))))) {
      List<Stored.Refusal> refused = ((Stored.Written) store.write(batch)).refused();

      assertThat(refused).extracting(Stored.Refusal::index).contains(3, 13, 93).hasSize(10);
      assertThat(refused.getFirst().reason()).contains("beyond retention policy");
      assertThat(
              store.read(WATER.raw("salinity_gl", now.minusSeconds(200_000), now.plusSeconds(1))))
          .hasSize(90);
    }
  }

  @Test
  void the_retention_of_the_configuration_is_set_and_summaries_get_a_bucket_of_their_own() {
    InfluxConfig config = config(bucket).keeping(Optional.of(Duration.ofDays(90)));
    InfluxConfig hourly = config.beside("every_1h", Optional.of(Duration.ofDays(3650)));
    try (PointStore points = made(config);
        PointStore hours = made(hourly)) {
      for (PointStore store : List.of(points, hours)) {
        assertThat(store.write(List.of(WATER.at(now, "salinity_gl", 4.2)))).isEqualTo(ALL_WRITTEN);
        assertThat(store.read(WATER.raw("salinity_gl", now.minusSeconds(1), now.plusSeconds(1))))
            .hasSize(1);
      }
    }

    assertThat(given.kept(bucket)).isEqualTo(Duration.ofDays(90));
    assertThat(given.kept((InfluxConfig.V2) hourly.api())).isEqualTo(Duration.ofDays(3650));
  }

  @Test
  void a_retention_shorter_than_the_shards_of_the_bucket_is_set_too() {
    for (Duration keep : List.of(Duration.ofDays(90), Duration.ofDays(2), Duration.ofHours(1))) {
      try (PointStore store = new InfluxPointStore(config(bucket).keeping(Optional.of(keep)))) {
        assertThat(store.write(List.of(WATER.at(now, "salinity_gl", 4.2)))).isEqualTo(ALL_WRITTEN);
      }

      assertThat(given.kept(bucket)).isEqualTo(keep);
    }
    made.add(bucket);
  }

  @Test
  void text_is_kept_letter_by_letter() {
    String zone = "cổng \"Bắc\" \\ 1, a=b; 'x'";
    try (PointStore store = made(config(bucket).keeping(Optional.of(Duration.ZERO)))) {
      store.write(List.of(WATER.at(now, Map.of("zone", zone, "score", 0.5))));
    }

    assertThat(given.query(bucket, "SELECT zone FROM salinity").findPath("values").at("/0/1"))
        .isEqualTo(TextNode.valueOf(zone));
  }

  private InfluxConfig config(InfluxConfig.V2 v2) {
    return new InfluxConfig(given.url(), v2);
  }

  private PointStore made(InfluxConfig config) {
    PointStore store = new InfluxPointStore(config);
    store.write(List.of());
    InfluxConfig.V2 v2 = (InfluxConfig.V2) config.api();
    made.add(v2);
    given.letItBeAsked(v2);
    return store;
  }
}
