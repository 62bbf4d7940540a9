package vn.vam.influxdb;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.point.Summary;
import vn.vam.core.point.SummaryQuery;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Ids;

/**
 * Asks {@code /query} in InfluxQL and reads its JSON. The client library's own InfluxQL API reads
 * CSV and breaks on commas in tags.
 */
final class Queries {
  /** Some 200,000 samples. */
  private static final long MOST_BYTES = 16 << 20;

  private static final String MAP_IT = "before InfluxDB 2.4 a bucket needs a DBRP mapping";

  private final InfluxConfig config;
  private final OkHttpClient http;

  Queries(InfluxConfig config, OkHttpClient http) {
    this.config = config;
    this.http = http;
  }

  /** The server did not answer, or with an error; the message says which. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }

    Failed(String message, Throwable cause) {
      super(message, cause);
    }
  }

  List<Sample> read(SeriesQuery query) throws Failed {
    if (query.isEmpty()) {
      return List.of();
    }
    Optional<Duration> every = query.every();
    return every.isPresent()
        ? samples(InfluxQl.means(query, every.get()), Queries::mean)
        : samples(InfluxQl.raw(query), Queries::raw);
  }

  /** The limit holds for each series alone. */
  List<Point> points(PointQuery query) throws Failed {
    if (query.isEmpty()) {
      return List.of();
    }
    List<Point> points = new ArrayList<>();
    for (JsonNode series : series(InfluxQl.points(query))) {
      points.addAll(PointRows.of(series));
    }
    return points.stream().sorted(Comparator.comparing(Point::time)).limit(query.most()).toList();
  }

  List<Summary> summaries(SummaryQuery query) throws Failed {
    List<Summary> summaries = new ArrayList<>();
    for (JsonNode series : series(InfluxQl.summaries(query))) {
      summaries.addAll(SummaryRows.of(series));
    }
    return summaries;
  }

  /** Names of the database's policies, the default one first. */
  List<String> retentionPolicies() throws Failed {
    List<String> names = new ArrayList<>();
    for (JsonNode series : series(InfluxQl.retentionPolicies(config.api().database()))) {
      int named = columnOf(series, "name");
      int isDefault = columnOf(series, "default");
      for (JsonNode row : series.path("values")) {
        names.add(row.path(isDefault).asBoolean() ? 0 : names.size(), row.path(named).asText());
      }
    }
    return names;
  }

  private static int columnOf(JsonNode series, String name) {
    List<String> columns = new ArrayList<>();
    series.path("columns").forEach(column -> columns.add(column.asText()));
    return columns.indexOf(name);
  }

  void keep(String verb, String policy, Duration keep) throws Failed {
    result(InfluxQl.retentionPolicy(verb, policy, config.api().database(), keep));
  }

  void createDatabase() throws Failed {
    result(InfluxQl.createDatabase(config.api().database()));
  }

  private List<Sample> samples(String influxQl, Function<JsonNode, Sample> sample) throws Failed {
    List<Sample> samples = new ArrayList<>();
    for (JsonNode series : series(influxQl)) {
      series.path("values").forEach(row -> samples.add(sample.apply(row)));
    }
    return samples;
  }

  private JsonNode series(String influxQl) throws Failed {
    JsonNode all = result(influxQl).path("series");
    for (JsonNode series : all) {
      if (series.path("partial").asBoolean()) {
        throw new Failed("it cut the answer short: its max-row-limit is too low");
      }
    }
    return all;
  }

  private static Sample raw(JsonNode row) {
    Optional<Integer> quality =
        row.path(2).isNumber() ? Optional.of(row.path(2).asInt()) : Optional.empty();
    return new Sample(time(row), row.path(1).asDouble(), device(row.path(3)), quality);
  }

  private static Optional<DeviceId> device(JsonNode tag) {
    return Optional.of(tag.asText("")).filter(Ids::isId).map(DeviceId::new);
  }

  private static Sample mean(JsonNode row) {
    return new Sample(time(row), row.path(1).asDouble(), Optional.empty(), Optional.empty());
  }

  private static Instant time(JsonNode row) {
    return Instant.ofEpochMilli(row.path(0).asLong());
  }

  private JsonNode result(String influxQl) throws Failed {
    JsonNode result = ask(influxQl).path("results").path(0);
    String error = Bodies.reason(result);
    if (error.isEmpty() || meansNothingThere(error)) {
      return result;
    }
    throw new Failed("it answered: " + error + (isUnmapped(error) ? ": " + MAP_IT : ""));
  }

  /** No database yet, where writing creates it; or a mean of text. */
  private boolean meansNothingThere(String error) {
    return error.startsWith("unsupported mean iterator")
        || (hasNoDatabase(error) && config.api() instanceof InfluxConfig.V1);
  }

  /** The bucket of a 2.x that was made, and is not known to InfluxQL. */
  private boolean isUnmapped(String error) {
    return config.api() instanceof InfluxConfig.V2
        && (hasNoDatabase(error) || error.startsWith("retention policy not found"));
  }

  private static boolean hasNoDatabase(String error) {
    return error.startsWith("database not found");
  }

  private JsonNode ask(String influxQl) throws Failed {
    try (Response response = http.newCall(request(influxQl)).execute()) {
      if (response.code() == 200) {
        return Bodies.json(response, MOST_BYTES);
      }
      String reason = Bodies.reason(response);
      throw new Failed("it answered " + response.code() + (reason.isEmpty() ? "" : ": " + reason));
    } catch (IOException failed) {
      throw new Failed("it does not answer (" + cause(failed) + ")", failed);
    }
  }

  /** The question goes into the body: addresses end up in logs. */
  private Request request(String influxQl) {
    InfluxConfig.Api api = config.api();
    HttpUrl.Builder url = HttpUrl.get(config.url()).newBuilder().addPathSegment("query");
    url.addQueryParameter("db", api.database()).addQueryParameter("epoch", "ms");
    api.retentionPolicy().ifPresent(name -> url.addQueryParameter("rp", name));
    Request.Builder request = new Request.Builder().url(url.build());
    Wire.authorization(api).ifPresent(credentials -> request.header("Authorization", credentials));
    return request
        .header("Accept", "application/json")
        .post(new FormBody.Builder().add("q", influxQl).build())
        .build();
  }

  /** What went wrong on the wire, such as {@code timeout}. */
  static String cause(Throwable failed) {
    Throwable wire = failed;
    while (!(wire instanceof IOException) && wire.getCause() != null) {
      wire = wire.getCause();
    }
    return wire.getMessage() == null ? wire.getClass().getSimpleName() : wire.getMessage();
  }
}
