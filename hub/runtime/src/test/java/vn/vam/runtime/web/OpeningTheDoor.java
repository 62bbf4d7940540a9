package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.AdminName;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

class OpeningTheDoor {
  private final FakeHub hub = new FakeHub();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void a_taken_port_is_named_with_what_to_do() throws IOException {
    Door first = hub.open();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> hub.open(first.vertx(), taken.getLocalPort()))
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("--port")
          .hasMessageContaining("ss -ltnp");
    }
  }

  @Test
  void is_alive_even_while_it_waits() {
    hub.waiting.add("broker");
    Door door = hub.open();

    assertThat(door.get("/healthz").status()).isEqualTo(200);
    Door.Answer ready = door.get("/readyz");
    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.body()).isEqualTo("{\"ready\":false,\"waiting\":[\"broker\"]}");
  }

  @Test
  void is_ready_and_says_why_it_reaches_nobody() {
    hub.troubles.add("token");

    Door.Answer ready = hub.open().get("/readyz");

    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("{\"ready\":true,\"waiting\":[],\"troubles\":[\"token\"]}");
  }

  @Test
  void is_ready_when_nothing_is_waited_for() {
    Door.Answer ready = hub.open().get("/readyz");

    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("{\"ready\":true,\"waiting\":[]}");
  }

  @Test
  void shows_its_figures_to_prometheus() {
    Door.Answer metrics = hub.open().get("/metrics");

    assertThat(metrics.type()).startsWith("text/plain; version=0.0.4");
    assertThat(metrics.body()).contains("vam_messages_total{source=\"native\"} 3");
  }

  @Test
  void lists_stations_with_their_names_as_people_write_them() {
    hub.latest.take(
        new Observation(
            new StationId("xuan-hoa"), Quantity.SALINITY, 4.2, Quality.PASS, FakeHub.NOON));

    JsonObject station =
        hub.open().get("/api/v1/stations").json().getJsonArray("stations").getJsonObject(0);

    assertThat(station.getString("name")).isEqualTo("Xuân Hòa");
    assertThat(station.getDouble("river_km")).isEqualTo(42);
    assertThat(station.getJsonArray("devices")).containsExactly("xuan-hoa-1");
    assertThat(station.getString("freshness")).isEqualTo("fresh");
    assertThat(station.getJsonObject("latest").getJsonObject("salinity_gl").encode())
        .startsWith("{\"value\":4.2,")
        .contains("\"time\":\"2026-03-12T12:00:00+07:00\",\"quality\":1");
  }

  @Test
  void names_the_administration_of_today() {
    Station told = FakeHub.station("go-cat", "Gò Cát", Kind.SALINITY, 10.36461, 106.37020, null);
    LocalDate today = LocalDate.ofInstant(FakeHub.NOON, FakeHub.ZONE);
    hub.stations =
        List.of(
            new Station(
                told.id(),
                told.name(),
                told.kind(),
                told.aliases(),
                told.position(),
                told.riverKm(),
                List.of(
                    new AdminName(
                        "tỉnh Tiền Giang", Optional.empty(), Optional.of(today.minusDays(1))),
                    new AdminName("tỉnh Đồng Tháp", Optional.of(today), Optional.empty()))));

    JsonObject station =
        hub.open().get("/api/v1/stations").json().getJsonArray("stations").getJsonObject(0);

    assertThat(station.getString("admin")).isEqualTo("tỉnh Đồng Tháp");
  }

  @Test
  void shows_the_rules_in_force() {
    JsonObject rule = hub.open().get("/api/v1/rules").json().getJsonArray("rules").getJsonObject(0);

    assertThat(rule.getJsonObject("raise").encode())
        .isEqualTo("{\"above\":0.5,\"unit\":\"g/l\",\"for\":\"PT30M\"}");
    assertThat(rule.getJsonObject("clear").encode())
        .isEqualTo("{\"below\":0.4,\"unit\":\"g/l\",\"for\":\"PT2H\"}");
  }

  @Test
  void tells_what_the_number_of_each_condition_is_in() {
    hub.rules.clear();
    hub.rules.add(ExportingAlerts.oftenOrDeep("often"));

    JsonObject rule = hub.open().get("/api/v1/rules").json().getJsonArray("rules").getJsonObject(0);

    assertThat(rule.getJsonObject("raise").getString("unit")).isEqualTo("events");
    assertThat(rule.getJsonArray("escalate").getJsonObject(0).getString("unit")).isEqualTo("m");
    assertThat(rule.getJsonObject("clear").getString("unit")).isEqualTo("g/l");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nowhere", "/api/v1/alerts.csv", "/console/../web/index.html", "/console/"})
  void what_is_not_there_is_a_problem(String path) {
    Door.Answer answer = hub.open().get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    assertThat(answer.json().getInteger("status")).isEqualTo(404);
  }

  @Test
  void another_method_is_a_problem() {
    Door.Answer answer = hub.open().send("DELETE", "/api/v1/stations");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.type()).isEqualTo("application/problem+json");
  }

  @Test
  void a_mistake_of_our_own_shows_no_stack_trace() {
    hub.store.answer(
        query -> {
          throw new IllegalStateException("secret inside");
        });

    Door.Answer answer = hub.open().get("/api/v1/stations/xuan-hoa/readings");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
  }

  @Test
  void a_broken_escape_in_an_address_is_a_problem() throws IOException {
    assertThat(raw("GET /api/v1/stations/%zz/readings HTTP/1.1\r\nHost: hub\r\n\r\n"))
        .contains(" 40")
        .contains("application/problem+json");
  }

  @Test
  void an_endless_address_and_endless_headers_are_problems() throws IOException {
    assertThat(raw("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: hub\r\n\r\n"))
        .contains(" 414 ")
        .contains("application/problem+json");
    assertThat(raw("GET / HTTP/1.1\r\nHost: hub\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n"))
        .contains(" 431 ")
        .contains("application/problem+json");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", hub.open().port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[4_096];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
    }
  }
}
