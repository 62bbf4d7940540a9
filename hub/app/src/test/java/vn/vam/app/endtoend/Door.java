package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import vn.vam.testing.Http;

/** The hub as anybody sees it: over HTTP. */
record Door(int port) {
  private static final int A_SECOND = 1_000;

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Whether anybody listens there. */
  boolean isOpen() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), A_SECOND);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  boolean isReady() {
    return Http.answers(at("/readyz"), 200);
  }

  /**
   * @param part as {@code /readyz} names it
   */
  boolean waitsFor(String part) {
    return Http.get(at("/readyz")).body().contains('"' + part + '"');
  }

  JsonObject get(String path) {
    var answer = Http.get(at(path));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  List<JsonObject> readings(String station) {
    return list("/api/v1/stations/" + station + "/readings?quantity=salinity_gl", "points");
  }

  List<JsonObject> rejected(String reason) {
    return list("/api/v1/rejected?reason=" + reason, "rejected");
  }

  /** All there ever were. */
  List<JsonObject> alerts() {
    return list("/api/v1/alerts", "alerts");
  }

  private List<JsonObject> list(String path, String name) {
    JsonArray all = get(path).getJsonArray(name);
    return all.stream().map(JsonObject.class::cast).toList();
  }

  JsonObject books() {
    return get("/api/v1/books");
  }

  long messages(String heading) {
    return books().getJsonObject("messages").getLong(heading);
  }

  long deliveries(String outcome) {
    return books().getJsonObject("deliveries").getLong(outcome);
  }

  /** A counter of {@code /metrics}, 0 while it has not counted. */
  double metric(String name, String... labels) {
    return Http.get(at("/metrics"))
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") && Stream.of(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  JsonObject post(String path, int status) {
    var answer = Http.post(at(path), "application/json", "");
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    return new JsonObject(answer.body());
  }

  JsonObject post(String path, String body) {
    var answer = Http.post(at(path), "application/json", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  /**
   * Waits until nothing is on its way, and sees that every message received is in one account: in
   * all, by source, by device, and as metrics tell it.
   */
  void booksBalance() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonObject messages = books().getJsonObject("messages");
              assertThat(messages.getLong("in_hand") + messages.getLong("queued")).isZero();
            });
    booksBalanceSoFar();
    Awaitility.await().untilAsserted(() -> Balance.isKeptBy(books(), this::metric));
  }

  /** The same, whatever is on its way. */
  void booksBalanceSoFar() {
    Balance.isKeptBy(books());
  }
}
