package vn.vam.sim.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A simulator, the hub it calls, a clock to turn, and a client. */
final class World implements AutoCloseable {
  static final String APP = "4242";
  static final String OA = "9797";
  static final String APP_SECRET = "app-secret";
  static final String OA_KEY = "oa-secret-key";
  private static final ObjectMapper JSON = new ObjectMapper();
  final TurningClock clock = new TurningClock();
  final HubStub hub;
  final ZaloSimulator simulator;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  World() throws IOException {
    this(List.of(Duration.ofMillis(100), Duration.ofMillis(150)), 4000);
  }

  World(List<Duration> ladder, int requestsPerMinute) throws IOException {
    hub = new HubStub();
    simulator =
        ZaloSimulator.start(
            new ZaloSimulatorConfig(
                "127.0.0.1",
                0,
                hub.webhook(),
                APP,
                new Secret(APP_SECRET),
                OA,
                new Secret(OA_KEY),
                Duration.ofHours(25),
                Optional.of(new Secret("first-access")),
                Optional.of(new Secret("first-refresh")),
                ladder,
                requestsPerMinute,
                clock,
                Optional.empty()));
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> postBytes(String path, byte[] body) throws Exception {
    return send(request(path).POST(BodyPublishers.ofByteArray(body)));
  }

  /** What a citizen does. */
  JsonNode sim(String user, String deed, String body) throws Exception {
    return json(post("/_sim/users/" + user + "/" + deed, body));
  }

  void fault(String kind, int count) throws Exception {
    post("/_sim/faults", "{\"kind\":\"%s\",\"count\":%d}".formatted(kind, count));
  }

  JsonNode say(String user, String text) throws Exception {
    return json(sayRaw(user, text));
  }

  HttpResponse<String> sayRaw(String user, String text) throws Exception {
    String quoted = JSON.writeValueAsString(text);
    return message(
        "{\"recipient\":{\"user_id\":\"%s\"},\"message\":{\"text\":%s}}".formatted(user, quoted));
  }

  HttpResponse<String> message(String body) throws Exception {
    return post("/v3.0/oa/message/cs", body, "access_token", "first-access");
  }

  JsonNode ask(String path, String data) throws Exception {
    String query = URLEncoder.encode(data, StandardCharsets.UTF_8);
    return json(get(path + "?data=" + query, "access_token", "first-access"));
  }

  HttpResponse<String> token(String form) throws Exception {
    return post(
        "/v4/oa/access_token",
        form + "&app_id=" + APP,
        "secret_key",
        APP_SECRET,
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  String tokenInForce() throws Exception {
    return json(get("/_sim/state")).at("/tokens/access/token").asText();
  }

  /** Such as {@code "night-zns":0}. */
  void turn(String switches) throws Exception {
    HttpResponse<String> answer = post("/_sim/switches", "{" + switches + "}");
    if (answer.statusCode() != 200) throw new AssertionError(answer.body());
  }

  JsonNode messages(String query) throws Exception {
    return json(get("/_sim/messages" + query)).path("messages");
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  static int error(HttpResponse<String> answer) throws IOException {
    return json(answer).path("error").asInt();
  }

  URI at(String path) {
    return URI.create(simulator.baseUri() + path);
  }

  HttpClient http() {
    return http;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    simulator.close();
    hub.close();
    http.close();
  }
}
