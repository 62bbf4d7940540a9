package vn.vam.influxdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import vn.vam.core.secret.Secret;

/** A server somebody else runs, 1.8 or 2.x, and the right to make and drop buckets there. */
final class GivenInfluxDb {
  static final String VARIABLE = "VAM_TEST_INFLUXDB_URL";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  private final URI url = URI.create(System.getenv(VARIABLE));
  private final String org = variable("VAM_TEST_INFLUXDB_ORG").orElse("vam");
  private final Optional<Secret> token = variable("VAM_TEST_INFLUXDB_TOKEN").map(Secret::new);
  private final OkHttpClient http = new OkHttpClient();

  URI url() {
    return url;
  }

  boolean asksForTokens() {
    return token.isPresent();
  }

  boolean hasBuckets() {
    return !get("ping").version().startsWith("1.");
  }

  /** A bucket nobody has, not made yet; the same names are its database and policy in InfluxQL. */
  InfluxConfig.V2 newBucket() {
    return new InfluxConfig.V2(org, "contract %s/autogen".formatted(UUID.randomUUID()), token);
  }

  /** Before 2.4 a bucket answers InfluxQL only where its administrator says under which names. */
  void letItBeAsked(InfluxConfig.V2 v2) {
    if (!hasBuckets()) {
      return;
    }
    JsonNode bucket = bucket(v2);
    if (!mappings(bucket).isEmpty()) {
      return;
    }
    send(
        request("api/v2/dbrps", Map.of())
            .post(
                RequestBody.create(
                    JSON.createObjectNode()
                        .put("orgID", bucket.path("orgID").asText())
                        .put("bucketID", bucket.path("id").asText())
                        .put("database", v2.database())
                        .put("retention_policy", v2.retentionPolicy().orElseThrow())
                        .put("default", false)
                        .toString(),
                    JSON_TYPE)));
  }

  /** How long the bucket, or the policy of 1.8, keeps its points. */
  Duration kept(InfluxConfig.V2 v2) {
    if (hasBuckets()) {
      return Duration.ofSeconds(bucket(v2).at("/retentionRules/0/everySeconds").asLong());
    }
    for (JsonNode policy : query(v2, "SHOW RETENTION POLICIES").findPath("values")) {
      if (policy.path(0).asText().equals(v2.retentionPolicy().orElseThrow())) {
        return Duration.parse("PT" + policy.path(1).asText());
      }
    }
    throw new AssertionError("no policy " + v2.bucket());
  }

  /** The server's own JSON answer. */
  JsonNode query(InfluxConfig.V2 v2, String influxQl) {
    Map<String, String> where =
        Map.of("db", v2.database(), "rp", v2.retentionPolicy().orElseThrow());
    return send(request("query", where).post(new FormBody.Builder().add("q", influxQl).build()))
        .body();
  }

  void drop(InfluxConfig.V2 v2) {
    if (hasBuckets()) {
      send(request("api/v2/buckets/" + bucket(v2).path("id").asText(), Map.of()).delete());
    } else {
      query(v2, "DROP DATABASE " + InfluxQl.name(v2.database()));
    }
  }

  private JsonNode bucket(InfluxConfig.V2 v2) {
    return get("api/v2/buckets", Map.of("org", org, "name", v2.bucket())).body().at("/buckets/0");
  }

  private JsonNode mappings(JsonNode bucket) {
    Map<String, String> of = Map.of("org", org, "bucketID", bucket.path("id").asText());
    return get("api/v2/dbrps", of).body().path("content");
  }

  private record Answered(String version, JsonNode body) {}

  private Answered get(String path) {
    return get(path, Map.of());
  }

  private Answered get(String path, Map<String, String> query) {
    return send(request(path, query).get());
  }

  private Request.Builder request(String path, Map<String, String> query) {
    HttpUrl.Builder address = HttpUrl.get(url).newBuilder().addPathSegments(path);
    query.forEach(address::addQueryParameter);
    Request.Builder request = new Request.Builder().url(address.build());
    token.ifPresent(secret -> request.header("Authorization", "Token " + secret.reveal()));
    return request;
  }

  private Answered send(Request.Builder request) {
    try (Response response = http.newCall(request.build()).execute()) {
      String body = response.body().string();
      if (!response.isSuccessful()) {
        throw new AssertionError(response + ": " + body);
      }
      return new Answered(
          response.header("X-Influxdb-Version", ""), JSON.readTree(body.isEmpty() ? "{}" : body));
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name));
  }
}
