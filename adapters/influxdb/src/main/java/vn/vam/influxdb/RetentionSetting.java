package vn.vam.influxdb;

import com.influxdb.client.BucketsQuery;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.OrganizationsQuery;
import com.influxdb.client.domain.Bucket;
import com.influxdb.client.domain.BucketRetentionRules;
import com.influxdb.client.domain.Organization;
import com.influxdb.exceptions.InfluxException;
import com.influxdb.exceptions.NotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the server once how long to keep points: by a retention policy of 1.x, by the bucket's rule
 * of 2.x, whichever of them {@code /api/v2} turns out to be. A server that does not let itself be
 * told is asked again after a while; points are written all the same.
 */
final class RetentionSetting {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionSetting.class);
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);

  private final InfluxConfig config;
  private final Queries queries;
  private boolean told;
  private boolean refused;
  private long refusedAt;

  RetentionSetting(InfluxConfig config, Queries queries) {
    this.config = config;
    this.queries = queries;
    this.told = config.retention().isEmpty();
  }

  /** Before each write; does nothing once it is done. */
  synchronized void tell() {
    if (told || (refused && System.nanoTime() - refusedAt < PAUSE)) {
      return;
    }
    try {
      tell(config.retention().orElseThrow());
      told = true;
      refused = false;
    } catch (Queries.Failed failed) {
      tellOperator(failed);
    }
  }

  private void tell(Duration keep) throws Queries.Failed {
    switch (config.api()) {
      case InfluxConfig.V1 v1 -> tellPolicy(v1, keep);
      case InfluxConfig.V2 v2 -> tellBucket(v2, keep);
    }
  }

  private void tellPolicy(InfluxConfig.Api api, Duration keep) throws Queries.Failed {
    queries.createDatabase();
    List<String> policies = queries.retentionPolicies();
    String policy =
        api.retentionPolicy().orElseGet(() -> policies.isEmpty() ? "autogen" : policies.getFirst());
    queries.keep(policies.contains(policy) ? "ALTER" : "CREATE", policy, keep);
  }

  private void tellBucket(InfluxConfig.V2 v2, Duration keep) throws Queries.Failed {
    try (InfluxDBClient client = InfluxDBClientFactory.create(options(v2))) {
      Optional<Bucket> bucket = bucket(client, v2);
      if (bucket.isPresent()) {
        client.getBucketsApi().updateBucket(bucket.get().retentionRules(List.of(rule(keep))));
      } else if (hasNoBuckets(client)) {
        tellPolicy(v2, keep);
      } else {
        client.getBucketsApi().createBucket(v2.bucket(), rule(keep), organization(client, v2));
      }
    } catch (InfluxException failed) {
      throw new Queries.Failed(
          Objects.requireNonNullElse(failed.getMessage(), "HTTP " + failed.status()), failed);
    }
  }

  /** Of this organization: another one may have a bucket of the same name. */
  private static Optional<Bucket> bucket(InfluxDBClient client, InfluxConfig.V2 v2) {
    BucketsQuery named = new BucketsQuery();
    named.setOrg(v2.org());
    named.setName(v2.bucket());
    try {
      return client.getBucketsApi().findBuckets(named).stream().findFirst();
    } catch (NotFoundException none) {
      return Optional.empty();
    }
  }

  /** 1.8 takes writes to a bucket, and keeps databases and policies all the same. */
  private static boolean hasNoBuckets(InfluxDBClient client) {
    return client.version().startsWith("1.");
  }

  private InfluxDBClientOptions options(InfluxConfig.V2 v2) {
    InfluxDBClientOptions.Builder options =
        InfluxDBClientOptions.builder()
            .url(config.url().toString())
            .okHttpClient(Wire.client(config))
            .org(v2.org());
    v2.token().ifPresent(token -> options.authenticateToken(token.reveal().toCharArray()));
    return options.build();
  }

  private static Organization organization(InfluxDBClient client, InfluxConfig.V2 v2)
      throws Queries.Failed {
    OrganizationsQuery query = new OrganizationsQuery();
    query.setOrg(v2.org());
    return client.getOrganizationsApi().findOrganizations(query).stream()
        .findFirst()
        .orElseThrow(() -> new Queries.Failed("it has no organization " + v2.org()));
  }

  private static BucketRetentionRules rule(Duration keep) {
    return new BucketRetentionRules()
        .everySeconds((int) Math.min(Integer.MAX_VALUE, keep.toSeconds()))
        .shardGroupDurationSeconds(Shards.toTell(keep).map(Duration::toSeconds).orElse(null));
  }

  private void tellOperator(Queries.Failed failed) {
    if (!refused) {
      LOG.warn(
          "The retention could not be set and stays as it is: url={} database={} reason={}; a user"
              + " or token with the right to, or the server's administrator, can set it",
          config.url(),
          config.api().database(),
          failed.getMessage());
    }
    refused = true;
    refusedAt = System.nanoTime();
  }
}
