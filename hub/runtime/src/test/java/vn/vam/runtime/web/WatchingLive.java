package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.StationId;
import vn.vam.runtime.Addresses;

class WatchingLive {
  private final FakeHub hub = new FakeHub();

  @AfterEach
  void close() {
    hub.close();
  }

  private static JsonObject reading(double value) {
    return ApiJson.reading(
        new Observation(
            new StationId("xuan-hoa"), Quantity.SALINITY, value, Quality.PASS, FakeHub.NOON),
        FakeHub.ZONE);
  }

  private static List<String> connected(Door door) {
    List<String> live = door.live();
    Awaitility.await().until(() -> live.contains("retry: 2000"));
    return live;
  }

  @Test
  void a_reading_arrives_as_an_event_of_its_name() {
    Door door = hub.open();
    List<String> live = connected(door);

    door.vertx().eventBus().publish(Addresses.LIVE_READING, reading(4.2));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(live)
                    .containsSequence(
                        "event: reading",
                        "data: {\"station\":\"xuan-hoa\",\"quantity\":\"salinity_gl\",\"unit\":\"g/l\",\"value\":4.2,\"time\":\"2026-03-12T12:00:00+07:00\",\"quality\":1}"));
  }

  @Test
  void of_many_values_within_a_moment_the_newest_arrives() {
    Door door = hub.open();
    List<String> live = connected(door);

    for (int i = 0; i <= 500; i++) {
      door.vertx().eventBus().publish(Addresses.LIVE_READING, reading(i));
    }

    Awaitility.await()
        .untilAsserted(() -> assertThat(live).anyMatch(line -> line.contains("\"value\":500.0")));
    assertThat(live.stream().filter("event: reading"::equals).count()).isLessThan(100);
  }

  @Test
  void alerts_and_books_arrive_under_their_names() {
    Door door = hub.open();
    List<String> live = connected(door);

    door.vertx().eventBus().publish(Addresses.LIVE_ALERT, JsonObject.of("id", "A-1"));
    door.vertx().eventBus().publish(Addresses.LIVE_BOOKS, JsonObject.of("balanced", true));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(live)
                    .contains("event: alert", "data: {\"id\":\"A-1\"}")
                    .contains("event: books", "data: {\"balanced\":true}"));
  }

  @Test
  void a_client_that_never_reads_is_dropped_and_the_others_go_on() throws IOException {
    Door door = hub.open();
    JsonObject heavy = JsonObject.of("id", "x".repeat(512 * 1024));
    try (Socket deaf = open(door)) {
      List<String> live = connected(door);

      for (int i = 1; i <= 60; i++) {
        long sent = i;
        door.vertx().eventBus().publish(Addresses.LIVE_ALERT, heavy);
        Awaitility.await()
            .pollInterval(Duration.ofMillis(5))
            .until(() -> live.stream().filter("event: alert"::equals).count() == sent);
      }

      assertThat(unread(deaf)).isLessThan(60L * 512 * 1024);
    }
  }

  @Test
  void more_than_a_hundred_do_not_fit_in() throws IOException {
    Door door = hub.open();
    List<Socket> crowd = new ArrayList<>();
    try {
      for (int i = 0; i < LiveApi.MOST_CLIENTS; i++) {
        crowd.add(open(door));
      }
      Door.Answer answer = door.get("/api/v1/live");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().getString("type")).isEqualTo("urn:vam:problem:busy");
    } finally {
      for (Socket socket : crowd) {
        socket.close();
      }
    }
  }

  /** Connects and reads the head of the answer, no more. */
  private static Socket open(Door door) throws IOException {
    Socket socket = new Socket("127.0.0.1", door.port());
    socket
        .getOutputStream()
        .write(
            "GET /api/v1/live HTTP/1.1\r\nHost: hub\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    socket.getInputStream().readNBytes(12);
    return socket;
  }

  private static long unread(Socket socket) {
    long bytes = 0;
    try {
      byte[] buffer = new byte[65_536];
      socket.setSoTimeout(5_000);
      for (int n = 0; n >= 0; n = socket.getInputStream().read(buffer)) {
        bytes += n;
      }
    } catch (IOException cut) {
      return bytes;
    }
    return bytes;
  }
}
