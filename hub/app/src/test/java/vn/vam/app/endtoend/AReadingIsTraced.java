package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.testing.Http;

/** From a message's payload to the phone that has confirmed what came of it. */
class AReadingIsTraced {
  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private Field field;
  private Door door;
  private Phone phone;

  @BeforeEach
  void a_citizen_agrees_to_alerts() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    opened.add(HubHere.start(servers.config()));
    field = servers.field();
    door = servers.door();
    phone = servers.phone();
    phone.follow();
    phone.hears("Xin chào");
    phone.say("nhận cảnh báo Xuân Hòa");
    phone.hears("Đã ghi nhận");
  }

  @Test
  void to_the_phone_that_confirmed_it() {
    Instant now = Instant.now();
    field.measures("xuan-hoa-1", 0.2, now.minusSeconds(20));
    field.measures("xuan-hoa-1", 4.2, now);
    phone.hears("Nước tại Xuân Hòa đã mặn");
    patiently().untilAsserted(() -> assertThat(confirmed(newest().getFirst())).isEqualTo(1));
    patiently().untilAsserted(() -> assertThat(door.messages("queued")).isZero());

    JsonObject salt = trace(newest().getFirst());
    assertThat(salt.getString("outcome")).isEqualTo("accepted");
    assertThat(salt.getJsonObject("payload").getString("text")).contains("4.2");
    assertThat(reading(salt).getJsonObject("values").getDouble("salinity_gl")).isEqualTo(4.2);
    assertThat(salt.getJsonArray("points").getString(0))
        .startsWith("salinity,device=xuan-hoa-1,station=xuan-hoa ")
        .contains("salinity_gl=4.2");
    assertThat(salt.getBoolean("judged")).isTrue();
    assertThat(decision(salt).getString("change")).isEqualTo("raised");
    assertThat(decision(salt).getString("alert")).startsWith("A-");
    assertThat(salt.encode()).doesNotContain(phone.citizen());

    JsonObject fresh = trace(newest().get(1));
    assertThat(reading(fresh).getJsonObject("values").getDouble("salinity_gl")).isEqualTo(0.2);
    patiently()
        .untilAsserted(
            () -> assertThat(trace(newest().get(1)).getString("stored")).isEqualTo("stored"));
    assertThat(trace(newest().get(1)).getJsonArray("decisions")).isEmpty();
  }

  @Test
  void to_the_reason_why_it_was_rejected() {
    field.publish("vam/v1/salinity/xuan-hoa-1", "{\"salinity_gl\":");
    patiently().until(() -> !door.rejected("malformed-json").isEmpty());

    JsonObject trace = trace(door.rejected("malformed-json").getFirst());

    assertThat(trace.getString("outcome")).isEqualTo("rejected");
    assertThat(trace.getJsonObject("decoded").getString("reason")).isEqualTo("malformed-json");
    assertThat(trace.containsKey("stored")).isFalse();
  }

  @Test
  @InTrouble("the store stays away, and what was measured waits for it in the log")
  void to_the_log_while_the_store_is_away() {
    servers.influx.kill();
    field.measures("xuan-hoa-1", 0.2);
    patiently().untilAsserted(() -> assertThat(newest()).hasSize(1));

    assertThat(trace(newest().getFirst()).getString("stored")).isEqualTo("waiting");
  }

  @Test
  void nowhere_when_nobody_knows_its_id() {
    for (String id : List.of("999999-0", "1-999999", "0-0", "x")) {
      assertThat(Http.get(door.at("/api/v1/trace/" + id)).statusCode()).as(id).isEqualTo(404);
    }
    assertThat(Http.get(door.at("/api/v1/trace?station=nowhere")).statusCode()).isEqualTo(400);
  }

  private long confirmed(JsonObject message) {
    return trace(message).getJsonArray("decisions").stream()
        .flatMap(decision -> ((JsonObject) decision).getJsonArray("told").stream())
        .mapToLong(told -> ((JsonObject) told).getLong("received"))
        .sum();
  }

  private List<JsonObject> newest() {
    return door.get("/api/v1/trace?station=xuan-hoa").getJsonArray("messages").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private JsonObject trace(JsonObject message) {
    return door.get("/api/v1/trace/" + message.getString("id"));
  }

  private static JsonObject reading(JsonObject trace) {
    return trace.getJsonObject("decoded").getJsonArray("readings").getJsonObject(0);
  }

  private static JsonObject decision(JsonObject trace) {
    return trace.getJsonArray("decisions").getJsonObject(0);
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }
}
