package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.MaskedPlate;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

class ListingStations {
  private final FakeHub hub = new FakeHub();

  @AfterEach
  void close() {
    hub.close();
  }

  private JsonObject station(int index) {
    return hub.open().get("/api/v1/stations").json().getJsonArray("stations").getJsonObject(index);
  }

  @Test
  void a_camera_is_never_called_silent() {
    JsonObject camera = station(2);

    assertThat(camera.getString("freshness")).isEqualTo("event-only");
    assertThat(camera.containsKey("last_event")).isTrue();
    assertThat(camera.getJsonObject("last_event")).isNull();
  }

  @Test
  void a_camera_shows_what_it_saw_last() {
    hub.latest.take(flood(FakeHub.NOON));

    JsonObject camera = station(2);

    assertThat(camera.getInteger("open_events")).isEqualTo(1);
    assertThat(camera.getJsonObject("last_event").encode())
        .startsWith("{\"id\":\"e-1\",\"type\":\"flood\",\"phase\":\"new\",\"ended_by\":null")
        .endsWith("\"time\":\"2026-03-12T12:00:00+07:00\"}");
  }

  @Test
  void a_camera_shows_what_lasts_though_it_saw_something_else_since() {
    hub.latest.take(flood(FakeHub.NOON.minusSeconds(60)));
    hub.latest.take(someone(FakeHub.NOON));

    JsonObject camera = station(2);

    assertThat(camera.getJsonObject("hazard").getString("type")).isEqualTo("flood");
    assertThat(camera.getJsonObject("last_event").getString("type")).isEqualTo("person");
  }

  @Test
  void a_camera_shows_that_an_event_ended_without_a_word() {
    hub.latest.take(flood(FakeHub.NOON.minusSeconds(301)));

    JsonObject camera = station(2);

    assertThat(camera.getInteger("open_events")).isZero();
    assertThat(camera.getValue("hazard")).isNull();
    assertThat(camera.getJsonObject("last_event").getString("phase")).isEqualTo("end");
    assertThat(camera.getJsonObject("last_event").getString("ended_by")).isEqualTo("idle");
  }

  @Test
  void a_camera_shows_of_a_plate_what_is_masked() {
    hub.latest.take(flood(FakeHub.NOON).withPlate(Optional.of(MaskedPlate.of("63A-123.45"))));

    assertThat(station(2).getJsonObject("last_event").getString("plate")).isEqualTo("63A-***.45");
  }

  @Test
  void a_camera_shows_that_its_gateway_called_it_gone() {
    assertThat(station(2).getValue("online")).isNull();

    hub.latest.take(
        new Hint.Presence(
            new DeviceId("ben-pha-1"), new StationId("ben-pha"), false, FakeHub.NOON));

    assertThat(station(2).getBoolean("online")).isFalse();
  }

  private static Reading.CameraEvent flood(Instant at) {
    return event("e-1", CameraEventType.FLOOD, at);
  }

  private static Reading.CameraEvent someone(Instant at) {
    return event("e-2", CameraEventType.PERSON, at);
  }

  private static Reading.CameraEvent event(String id, CameraEventType type, Instant at) {
    return new Reading.CameraEvent(
        new DeviceId("ben-pha-1"),
        new StationId("ben-pha"),
        id,
        type,
        CameraPhase.NEW,
        Optional.of(0.8),
        Optional.empty(),
        Quality.PASS,
        at);
  }

  @Test
  void a_road_shows_all_its_lanes_together() {
    hub.latest.take(lane("1", 12));
    hub.latest.take(lane("2", 7));

    JsonObject road = station(1);

    assertThat(road.getInteger("lanes")).isEqualTo(2);
    assertThat(road.getJsonObject("latest").getJsonObject("count").getDouble("value"))
        .isEqualTo(19);
  }

  private static Reading.Counted lane(String lane, double count) {
    return new Reading.Counted(
        new DeviceId("cau-my-loi-1"),
        new StationId("cau-my-loi"),
        lane,
        "in",
        Map.of(Quantity.COUNT, count),
        Quality.PASS,
        FakeHub.NOON);
  }
}
