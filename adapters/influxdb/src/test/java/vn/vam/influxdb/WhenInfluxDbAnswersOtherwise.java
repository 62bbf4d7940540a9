package vn.vam.influxdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.PointStore.StoreUnavailable;
import vn.vam.core.point.Stored;
import vn.vam.core.secret.Secret;
import vn.vam.core.station.Kind;
import vn.vam.influxdb.ScriptedInflux.Asked;
import vn.vam.influxdb.ScriptedInflux.Said;
import vn.vam.testing.FreePort;
import vn.vam.testing.Series;

class WhenInfluxDbAnswersOtherwise {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final Series WATER = Series.of(Kind.SALINITY, "xuan-hoa", "xuan-hoa-1");
  private static final String POISON = "salinity_gl=666";
  private static final String SECRET = "s3cret-token";

  private ScriptedInflux influx;
  private PointStore store;

  @BeforeEach
  void open() throws Exception {
    influx = new ScriptedInflux();
    store = store(influx.url(), v2());
  }

  @AfterEach
  void close() {
    store.close();
    influx.close();
  }

  @ParameterizedTest
  @CsvSource({
    "200, {}, 204",
    "301, '', 204",
    "401, unauthorized, token",
    "403, forbidden, rights",
    "404, bucket not found, exists",
    "429, too many requests, fewer",
    "500, timeout, log",
    "503, busy, log",
    "400, database is required, database",
    "400, organization name needed: org not found, org"
  })
  void an_answer_about_anything_but_the_points_defers_the_whole_batch(
      int status, String error, String advice) {
    influx.answers(asked -> Said.error(status, error));

    Stored stored = store.write(points(10));

    assertThat(stored).isInstanceOf(Stored.Deferred.class);
    assertThat(stored.toString()).contains(advice).contains(influx.url().toString());
    assertThat(influx.asked).hasSize(1);
  }

  @Test
  void a_400_that_is_not_in_influxdbs_words_costs_no_point() {
    influx.answers(
        asked -> new Said(400, "<html>plain HTTP request was sent to HTTPS port</html>"));

    assertThat(store.write(points(1))).isInstanceOf(Stored.Deferred.class);
  }

  @Test
  void an_endless_explanation_is_not_read_to_its_end() {
    influx.answers(asked -> Said.error(400, "x".repeat(1 << 20)));

    assertThat(store.write(points(1))).isInstanceOf(Stored.Deferred.class);
  }

  @Test
  void a_422_is_halved_down_to_the_points_at_fault() {
    List<Point> points = points(1_000);
    points.set(17, poison());
    points.set(500, poison());
    influx.answers(asked -> asked.body().contains(POISON) ? v2Error(422) : Said.NO_CONTENT);

    List<Stored.Refusal> refused = refused(store.write(points));

    assertThat(refused).extracting(Stored.Refusal::index).containsExactly(17, 500);
    assertThat(refused.getFirst().reason()).isEqualTo("unable to parse points");
    assertThat(influx.keptLines).doesNotHaveDuplicates().hasSize(998);
  }

  /** As InfluxDB 1.x, 2.x and 3.x report that they kept the rest of a request. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "400 {\"error\":\"partial write: field type conflict: input field \\\"salinity_gl\\\" on measurement \\\"salinity\\\" is type string, already exists as type float dropped=1\"}",
        "422 {\"code\":\"unprocessable entity\",\"message\":\"failure writing points to database: partial write: points beyond retention policy dropped=1\"}",
        "400 {\"error\":\"partial write of line protocol occurred\",\"data\":[{\"original_line\":\"salinity\",\"line_number\":3,\"error_message\":\"invalid column type for column 'salinity_gl'\"}]}"
      })
  void a_partial_write_costs_only_the_point_at_fault(String said) {
    List<Point> points = points(8);
    points.set(2, poison());
    Said partial = new Said(Integer.parseInt(said.substring(0, 3)), said.substring(4));
    influx.answers(asked -> asked.body().contains(POISON) ? partial : Said.NO_CONTENT);

    assertThat(refused(store.write(points)))
        .singleElement()
        .returns(2, Stored.Refusal::index)
        .satisfies(refusal -> assertThat(refusal.reason()).contains("partial write"));
  }

  @Test
  void a_missing_bucket_is_made_with_the_retention_of_the_configuration() {
    influx.answers(WhenInfluxDbAnswersOtherwise::withoutBuckets);

    try (PointStore kept = kept(Duration.ofDays(90))) {
      kept.write(points(1));
      kept.write(points(1));
    }

    assertThat(influx.asked)
        .filteredOn(asked -> asked.pathAndQuery().equals("/api/v2/buckets"))
        .singleElement()
        .satisfies(
            asked ->
                assertThat(asked.body())
                    .contains(
                        "\"everySeconds\":7776000", "\"orgID\":\"0a\"", "\"name\":\"water\""));
    assertThat(influx.keptLines).hasSize(2);
  }

  @Test
  void a_bucket_of_the_same_name_in_another_organization_is_left_alone() {
    influx.answers(
        asked ->
            asked.pathAndQuery().startsWith("/api/v2/buckets")
                    && !asked.pathAndQuery().contains("org=province")
                    && asked.body().isEmpty()
                ? new Said(200, "{\"buckets\":[{\"id\":\"0e\",\"name\":\"water\"}]}")
                : withoutBuckets(asked));

    try (PointStore kept = kept(Duration.ofDays(90))) {
      kept.write(points(1));
    }

    assertThat(influx.asked)
        .extracting(Asked::pathAndQuery)
        .contains("/api/v2/buckets")
        .noneMatch(path -> path.endsWith("/0e"));
  }

  /** As 2.x answers where the organization is named. */
  @Test
  void a_404_for_a_bucket_means_that_it_is_missing() {
    influx.answers(
        asked ->
            asked.pathAndQuery().startsWith("/api/v2/buckets?")
                ? new Said(404, "{\"code\":\"not found\",\"message\":\"bucket not found\"}")
                : withoutBuckets(asked));

    try (PointStore kept = kept(Duration.ofDays(90))) {
      kept.write(points(1));
    }

    assertThat(influx.asked).extracting(Asked::pathAndQuery).contains("/api/v2/buckets");
  }

  @Test
  void a_bucket_that_answers_no_influxql_needs_a_mapping() {
    influx.answers(
        asked -> new Said(200, "{\"results\":[{\"error\":\"database not found: water\"}]}"));

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> store.read(WATER.raw("salinity_gl", NOON, NOON.plusSeconds(1))))
        .withMessageContaining("DBRP");
  }

  private static Said withoutBuckets(Asked asked) {
    String path = URI.create(asked.pathAndQuery()).getPath();
    return switch (path) {
      case "/api/v2/orgs" -> new Said(200, "{\"orgs\":[{\"id\":\"0a\",\"name\":\"province\"}]}");
      case "/api/v2/buckets" ->
          asked.body().isEmpty()
              ? new Said(200, "{\"buckets\":[]}")
              : new Said(201, "{\"id\":\"0b\",\"name\":\"water\",\"retentionRules\":[]}");
      default -> Said.NO_CONTENT;
    };
  }

  @Test
  void a_server_that_does_not_let_its_retention_be_set_is_written_to_all_the_same() {
    influx.answers(
        asked ->
            asked.pathAndQuery().contains("buckets")
                ? Said.error(403, "forbidden")
                : Said.NO_CONTENT);

    try (PointStore kept = kept(Duration.ofDays(90))) {
      assertThat(kept.write(points(3))).isEqualTo(new Stored.Written(List.of()));
    }

    assertThat(influx.keptLines).hasSize(3);
  }

  private PointStore kept(Duration retention) {
    return new InfluxPointStore(
        new InfluxConfig(influx.url(), v2()).keeping(Optional.of(retention)));
  }

  @Test
  void a_413_is_halved_until_it_fits() {
    influx.answers(asked -> asked.lines().size() > 100 ? Said.error(413, "") : Said.NO_CONTENT);

    assertThat(refused(store.write(points(1_000)))).isEmpty();
    assertThat(influx.keptLines).hasSize(1_000);
  }

  @Test
  void a_5xx_that_names_a_line_is_halved_after_three_tries() {
    List<Point> points = points(8);
    points.set(5, poison());
    influx.answers(
        asked ->
            asked.body().contains(POISON)
                ? Said.error(500, "panic: unable to parse 'salinity'")
                : Said.NO_CONTENT);

    assertThat(refused(store.write(points))).extracting(Stored.Refusal::index).containsExactly(5);
    assertThat(influx.asked.subList(0, 4))
        .extracting(asked -> asked.lines().size())
        .containsExactly(8, 8, 8, 4);
  }

  @Test
  void a_5xx_that_names_a_line_and_passes_costs_nothing() {
    AtomicInteger calls = new AtomicInteger();
    influx.answers(
        asked ->
            calls.incrementAndGet() < 3
                ? Said.error(500, "partial write: something")
                : Said.NO_CONTENT);

    assertThat(refused(store.write(points(8)))).isEmpty();
  }

  @Test
  void a_server_that_goes_away_during_the_search_defers_the_whole_batch() {
    AtomicInteger calls = new AtomicInteger();
    influx.answers(
        asked -> calls.incrementAndGet() < 4 ? Said.error(400, "bad line") : Said.error(503, ""));

    assertThat(store.write(points(8))).isInstanceOf(Stored.Deferred.class);
  }

  @Test
  void silence_defers_after_the_answer_timeout() {
    CountDownLatch over = new CountDownLatch(1);
    influx.answers(
        asked -> {
          awaitQuietly(over);
          return Said.NO_CONTENT;
        });

    Stored stored = store.write(points(1));
    over.countDown();

    assertThat(stored).isInstanceOf(Stored.Deferred.class);
    assertThat(stored.toString()).contains("timeout");
  }

  @Test
  void nobody_there_is_deferred_on_write_and_said_on_read() {
    URI nobody = URI.create("http://127.0.0.1:" + FreePort.next());

    try (PointStore lonely = store(nobody, v2())) {
      assertThat(lonely.write(points(1)).toString()).contains("does not answer", "does it run?");
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> lonely.read(WATER.raw("salinity_gl", NOON, NOON.plusSeconds(1))))
          .withMessageContaining(nobody.toString());
    }
  }

  @Test
  void the_v2_path_carries_bucket_precision_and_the_token_in_a_header() {
    store.write(points(1));

    Asked asked = influx.asked.getFirst();
    assertThat(asked.pathAndQuery())
        .startsWith("/api/v2/write?")
        .contains("org=province", "bucket=water", "precision=ms")
        .doesNotContain(SECRET);
    assertThat(asked.authorization()).isEqualTo("Token " + SECRET);
    assertThat(asked.encoding()).isEqualTo("gzip");
  }

  @Test
  void the_v1_path_carries_database_and_policy_and_the_password_in_a_header() {
    InfluxConfig.Login login = new InfluxConfig.Login("vam", new Secret(SECRET));
    InfluxConfig.V1 v1 =
        new InfluxConfig.V1("sông & nước", Optional.of("two hours"), Optional.of(login));

    try (PointStore old = store(influx.url(), v1)) {
      old.write(points(1));
    }

    Asked asked = influx.asked.getFirst();
    assertThat(URI.create(asked.pathAndQuery()).getPath()).isEqualTo("/write");
    assertThat(URI.create(asked.pathAndQuery()).getQuery())
        .isEqualTo("db=sông & nước&rp=two hours&precision=ms");
    assertThat(asked.authorization()).startsWith("Basic ");
    assertThat(asked.encoding()).isEqualTo("gzip");
  }

  @Test
  void a_question_travels_in_the_body_and_an_error_in_its_answer_is_said() {
    influx.answers(asked -> new Said(200, "{\"results\":[{\"error\":\"query timeout\"}]}"));

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> store.read(WATER.raw("salinity_gl", NOON, NOON.plusSeconds(1))))
        .withMessageContaining("query timeout");
    assertThat(influx.asked.getFirst().pathAndQuery()).isEqualTo("/query?db=water&epoch=ms");
    assertThat(influx.asked.getFirst().authorization()).isEqualTo("Token " + SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"results\":[{\"series\":[{\"partial\":true,\"values\":[]}]}]}', max-row-limit",
    "'<html>welcome</html>', does not answer"
  })
  void an_answer_that_is_cut_short_or_no_json_is_not_taken_for_samples(String body, String said) {
    influx.answers(asked -> new Said(200, body));

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> store.read(WATER.raw("salinity_gl", NOON, NOON.plusSeconds(1))))
        .withMessageContaining(said);
  }

  private static InfluxConfig.V2 v2() {
    return new InfluxConfig.V2("province", "water", Optional.of(new Secret(SECRET)));
  }

  private static PointStore store(URI url, InfluxConfig.Api api) {
    Duration second = Duration.ofSeconds(1);
    return new InfluxPointStore(new InfluxConfig(url, api, second, second), Duration.ofMillis(1));
  }

  private static List<Point> points(int count) {
    return new ArrayList<>(
        IntStream.range(0, count)
            .mapToObj(i -> WATER.at(NOON.plusSeconds(i), "salinity_gl", 1.5))
            .toList());
  }

  private static Point poison() {
    return WATER.at(NOON, "salinity_gl", 666);
  }

  private static Said v2Error(int status) {
    return new Said(status, "{\"code\":\"invalid\",\"message\":\"unable to parse points\"}");
  }

  private static List<Stored.Refusal> refused(Stored stored) {
    assertThat(stored).isInstanceOf(Stored.Written.class);
    return ((Stored.Written) stored).refused();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
