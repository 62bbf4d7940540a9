package vn.vam.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.vam.influxdb.InfluxConfig;

/** Reads {@code store}. */
final class StoreSection {
  private static final Duration SHORTEST_RETENTION = Duration.ofHours(1);
  private static final Duration LONGEST_RETENTION = Duration.ofDays(36_500);
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

  private static final int MOST_IN_FLIGHT = 8;

  private StoreSection() {}

  static StoreConfig read(ConfigNode store, Path data) {
    boolean influx =
        store
            .at("kind")
            .choice(Map.of("embedded", false, "influxdb", true), false, "kind: influxdb");
    return influx ? influx(store) : embedded(store, data);
  }

  private static StoreConfig embedded(ConfigNode store, Path data) {
    store.only("kind", "retention", "downsample");
    Optional<Duration> retention = retention(store, "retention");
    return new StoreConfig.Embedded(
        data.resolve("points.db"), retention, TiersSection.read(store, retention));
  }

  static Optional<Duration> retention(ConfigNode node, String name) {
    return node.maybe(name)
        .map(
            length ->
                length.duration(
                    LONGEST_RETENTION, SHORTEST_RETENTION, LONGEST_RETENTION, name + ": 730d"));
  }

  private static StoreConfig influx(ConfigNode store) {
    store.only(
        "kind",
        "url",
        "api",
        "database",
        "retention_policy",
        "user",
        "password",
        "org",
        "bucket",
        "token",
        "connect_timeout",
        "answer_timeout",
        "in_flight",
        "retention",
        "downsample");
    Optional<Duration> retention = retention(store, "retention");
    boolean v1 = store.at("api").choice(Map.of("v1", true, "v2", false), false, "api: v1");
    return new StoreConfig.Influx(
        new InfluxConfig(
            store.at("url").uri(ConfigNode.HTTP, "url: http://127.0.0.1:8086"),
            v1 ? v1(store) : v2(store),
            timeout(store.at("connect_timeout"), InfluxConfig.DEFAULT_CONNECT_TIMEOUT),
            timeout(store.at("answer_timeout"), InfluxConfig.DEFAULT_ANSWER_TIMEOUT),
            retention),
        TiersSection.read(store, retention),
        store
            .at("in_flight")
            .integer(1, MOST_IN_FLIGHT, StoreConfig.Influx.DEFAULT_IN_FLIGHT, "in_flight: 3"));
  }

  private static Duration timeout(ConfigNode node, Duration otherwise) {
    return node.duration(otherwise, SHORTEST_TIMEOUT, LONGEST_TIMEOUT, "answer_timeout: 20s");
  }

  private static InfluxConfig.Api v1(ConfigNode store) {
    return new InfluxConfig.V1(
        store.at("database").optionalText("database: vam").orElse("vam"),
        store.at("retention_policy").optionalText("retention_policy: a_year"),
        store.maybe("user").map(user -> login(user, store.at("password"))));
  }

  private static InfluxConfig.Login login(ConfigNode user, ConfigNode password) {
    return new InfluxConfig.Login(
        user.text("user: vam"), password.secret("password: ${file:/run/secrets/influx_password}"));
  }

  private static InfluxConfig.Api v2(ConfigNode store) {
    return new InfluxConfig.V2(
        store.at("org").text("org: province"),
        store.at("bucket").text("bucket: vam"),
        store.at("token").optionalSecret("token: ${file:/run/secrets/influx_token}"));
  }
}
