package vn.vam.sim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks InfluxDB 1.x by its public API. */
final class Influx {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int TRIES = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String url;

  Influx(String url) {
    this.url = url;
  }

  void create(String database) throws IOException, InterruptedException {
    ask("_internal", "CREATE DATABASE " + database);
  }

  /** How many points have the field; 0 where nothing was ever written. */
  long count(String database, String measurement, String field)
      throws IOException, InterruptedException {
    String question = "SELECT count(\"%s\") FROM \"%s\"".formatted(field, measurement);
    return ask(database, question).at("/results/0/series/0/values/0/1").asLong(0);
  }

  /** The value of every point, as whole numbers; in pieces, however many they are. */
  List<Integer> numbers(String database, String measurement, String field)
      throws IOException, InterruptedException {
    String question = "SELECT \"%s\" FROM \"%s\"".formatted(field, measurement);
    List<Integer> numbers = new ArrayList<>();
    for (String piece :
        sent(request(database, question, "&chunked=true"), BodyHandlers.ofLines(), TRIES)
            .toList()) {
      JSON.readTree(piece)
          .at("/results/0/series/0/values")
          .forEach(row -> numbers.add(row.path(1).asInt()));
    }
    return numbers;
  }

  private JsonNode ask(String database, String question) throws IOException, InterruptedException {
    return JSON.readTree(sent(request(database, question, ""), BodyHandlers.ofString(), TRIES));
  }

  private HttpRequest request(String database, String question, String more) {
    return HttpRequest.newBuilder(
            URI.create(url + "/query?db=" + database + "&q=" + encoded(question) + more))
        .timeout(PATIENCE)
        .POST(HttpRequest.BodyPublishers.noBody())
        .build();
  }

  /** The server lets go of connections as it likes, also as a question comes. */
  private <T> T sent(HttpRequest request, BodyHandler<T> handler, int tries)
      throws IOException, InterruptedException {
    try {
      return http.send(request, handler).body();
    } catch (IOException failure) {
      if (tries <= 1) {
        throw failure;
      }
      return sent(request, handler, tries - 1);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
