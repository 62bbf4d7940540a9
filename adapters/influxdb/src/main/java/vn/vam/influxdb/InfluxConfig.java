package vn.vam.influxdb;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.secret.Secret;

/**
 * Which InfluxDB, and how to speak to it.
 *
 * @param url http or https, without user or query; may end in a path where the server stands behind
 *     a proxy
 * @param connectTimeout how long a connection may take to open
 * @param answerTimeout how long a whole call may take, from the first byte sent to the last read
 * @param retention what the server is told to keep, at least an hour, for ever where zero; where
 *     absent it is the server's own affair
 */
public record InfluxConfig(
    URI url,
    Api api,
    Duration connectTimeout,
    Duration answerTimeout,
    Optional<Duration> retention) {
  public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);
  public static final Duration DEFAULT_ANSWER_TIMEOUT = Duration.ofSeconds(20);
  private static final Set<String> SCHEMES = Set.of("http", "https");

  public InfluxConfig {
    if (!SCHEMES.contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
      throw new IllegalArgumentException(
          "url is like http://127.0.0.1:8086, was '" + host(url) + "'");
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "url holds neither user nor query: they have own settings");
    }
    requirePositive("connect_timeout", connectTimeout);
    requirePositive("answer_timeout", answerTimeout);
    if (retention.isPresent() && isTooShort(retention.get())) {
      throw new IllegalArgumentException("retention is at least 1 h, was " + retention.get());
    }
  }

  /** One whose server keeps what it keeps. */
  public InfluxConfig(URI url, Api api, Duration connectTimeout, Duration answerTimeout) {
    this(url, api, connectTimeout, answerTimeout, Optional.empty());
  }

  /** With the default timeouts. */
  public InfluxConfig(URI url, Api api) {
    this(url, api, DEFAULT_CONNECT_TIMEOUT, DEFAULT_ANSWER_TIMEOUT);
  }

  public InfluxConfig keeping(Optional<Duration> retention) {
    return new InfluxConfig(url, api, connectTimeout, answerTimeout, retention);
  }

  /**
   * The same server with a retention policy, or bucket {@code database/policy}, of its own.
   *
   * @param keep for ever where absent
   */
  public InfluxConfig beside(String policy, Optional<Duration> keep) {
    Api other =
        switch (api) {
          case V1 v1 -> new V1(v1.database(), Optional.of(policy), v1.login());
          case V2 v2 -> new V2(v2.org(), v2.database() + "/" + policy, v2.token());
        };
    return new InfluxConfig(
        url, other, connectTimeout, answerTimeout, Optional.of(keep.orElse(Duration.ZERO)));
  }

  /** Where writes go, and under whose name. */
  public sealed interface Api {
    /** Which database and, where not the default one, retention policy InfluxQL asks. */
    String database();

    Optional<String> retentionPolicy();
  }

  /** {@code /write?db=…}: every 1.x. The database is created when it is missing. */
  public record V1(String database, Optional<String> retentionPolicy, Optional<Login> login)
      implements Api {
    public V1 {
      requireName("database", database);
      retentionPolicy.ifPresent(name -> requireName("retention_policy", name));
    }
  }

  /**
   * {@code /api/v2/write}: 1.8, 2.x, 3.x and others that speak it. The bucket must exist; for reads
   * 2.x maps it to the database of the same name, {@code database/policy} to both, before 2.4 only
   * where it is told to.
   *
   * @param token absent for a server that asks for none
   */
  public record V2(String org, String bucket, Optional<Secret> token) implements Api {
    public V2 {
      requireName("org", org);
      requireName("bucket", bucket);
    }

    @Override
    public String database() {
      return bucket.split("/", 2)[0];
    }

    @Override
    public Optional<String> retentionPolicy() {
      String[] parts = bucket.split("/", 2);
      return parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
    }
  }

  public record Login(String user, Secret password) {
    public Login {
      requireName("user", user);
    }
  }

  private static void requireName(String setting, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(setting + " is empty");
    }
  }

  private static void requirePositive(String setting, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(setting + " is longer than nothing, was " + duration);
    }
  }

  private static boolean isTooShort(Duration retention) {
    return !retention.isZero() && retention.compareTo(Duration.ofHours(1)) < 0;
  }

  private static String host(URI url) {
    return url.getScheme() + "://" + url.getHost();
  }
}
