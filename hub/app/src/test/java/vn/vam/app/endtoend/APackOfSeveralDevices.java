package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
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
import vn.vam.app.hub.Hub;

/** A gateway sends what it heard of the probes behind it, one of which nobody told the hub of. */
class APackOfSeveralDevices {
  private static final String NEW = "in-the-attic-1";
  private static final String SOURCES =
      """
        - { id: packs, broker: {b}, format: senml-json, filters: [ packs/# ] }
        - { id: lines, broker: {b}, format: line-protocol, filters: [ lines/# ] }
      """;

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private final Instant at = Instant.now().minusSeconds(60);
  private Servers servers;
  private Path config;
  private Field field;
  private Door door;
  private Hub hub;

  @BeforeEach
  void start() throws BadConfig, IOException {
    servers = Servers.startIn(folder, opened);
    field = servers.field();
    door = servers.door();
    config = servers.config();
    String sources = SOURCES.replace("{b}", "tcp://127.0.0.1:" + servers.broker.port());
    Files.writeString(
        config, Files.readString(config).replaceFirst("(?m)^sources:\n", "sources:\n" + sources));
    hub = opened.add(HubHere.start(config));
  }

  @Test
  void of_sensor_measurement_lists_loses_what_nobody_knows_alone_and_gets_it_back()
      throws BadConfig, IOException {
    field.publish("packs/gateway", pack());

    storedIs("xuan-hoa", 1.25);
    storedIs("my-tho", 0.75);
    setAside("packs");
    counts(3, 2, 1, 0);

    hub.close();
    opened.add(HubHere.start(adopted()));
    JsonObject replay = door.post("/api/v1/rejected/replay?device=" + NEW, 200);
    assertThat(replay.getInteger("accepted")).isEqualTo(1);
    storedIs("ben-tre", 2.5);
    counts(3, 3, 0, 0);

    field.publish("packs/gateway", pack());
    patiently().untilAsserted(() -> assertThat(door.messages("duplicate")).isEqualTo(3));
    counts(6, 3, 0, 3);
  }

  @Test
  void of_lines_loses_what_nobody_knows_alone() {
    field.publish("lines/gateway", lines());

    storedIs("xuan-hoa", 1.25);
    storedIs("my-tho", 0.75);
    setAside("lines");
    counts(3, 2, 1, 0);
  }

  @Test
  void without_a_time_is_a_point_of_each_device() {
    field.publish(
        "lines/gateway", "w,device=xuan-hoa-1 sal_gl=1.25\nw,device=my-tho-1 sal_gl=0.75");

    storedIs("xuan-hoa", 1.25);
    storedIs("my-tho", 0.75);
    counts(2, 2, 0, 0);
  }

  private String pack() {
    return """
        [{"bn":"xuan-hoa-1:","bt":%1$d,"bu":"kg/m3","n":"salinity","v":1.25},
         {"bn":"my-tho-1:","n":"salinity","v":0.75},
         {"bn":"%2$s:","n":"salinity","v":2.5}]"""
        .formatted(at.getEpochSecond(), NEW);
  }

  private String lines() {
    return List.of("xuan-hoa-1 sal_gl=1.25", NEW + " sal_gl=2.5", "my-tho-1 sal_gl=0.75").stream()
        .map(line -> "w,device=%s %d000000000\n".formatted(line, at.getEpochSecond()))
        .reduce("", String::concat);
  }

  private void storedIs(String station, double salinity) {
    patiently()
        .untilAsserted(
            () ->
                assertThat(door.readings(station))
                    .extracting(point -> point.getDouble("value"))
                    .containsExactly(salinity));
  }

  private void setAside(String source) {
    patiently().untilAsserted(() -> assertThat(door.rejected("unknown-device")).hasSize(1));
    JsonObject part = door.rejected("unknown-device").getFirst();
    assertThat(part.getString("source")).isEqualTo(source);
    assertThat(part.getBoolean("replayable")).isTrue();
    assertThat(servers.influxClient("show tag values with key = device")).doesNotContain("attic");
  }

  private void counts(int received, int stored, int rejected, int duplicate) {
    door.booksBalance();
    assertThat(
            List.of(
                door.messages("received"),
                door.messages("stored"),
                door.messages("rejected"),
                door.messages("duplicate")))
        .containsExactly((long) received, (long) stored, (long) rejected, (long) duplicate);
  }

  private Path adopted() throws IOException {
    String device = "devices:\n  - { id: " + NEW + ", station: ben-tre }\n";
    return Files.writeString(config, Files.readString(config).replace("devices:\n", device));
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
  }
}
