package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.app.config.BadConfig;

/** Devices that were never told of the hub publish as they do, and their readings are there. */
class DevicesOfManyTongues {
  private static final String SOURCES =
      """
        - { id: plain, broker: {b}, format: flat, filters: [ tele/+/+, zigbee2mqtt/# ] }
        - { id: meters, broker: {b}, format: flat, filters: [ meters/+ ],
            mapping: { fields: { value: { field: salinity_gl, unit: mg/l } } } }
        - { id: packs, broker: {b}, format: senml-json, filters: [ packs/# ] }
        - { id: lines, broker: {b}, format: line-protocol, filters: [ lines/# ] }
        - { id: homie, broker: {b}, format: homie, filters: [ homie/5/# ] }
      """;

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  private static Field field;
  private static Door door;

  @BeforeAll
  static void start() throws BadConfig, IOException {
    Servers servers = Servers.startIn(folder, opened);
    field = servers.field();
    door = servers.door();
    field.publishRetained("homie/5/ben-tre-1/probe/salinity", "0.3");
    opened.add(HubHere.start(speakingAll(servers.config(), servers.broker.port())));
  }

  private static Path speakingAll(Path config, int broker) throws IOException {
    String sources = SOURCES.replace("{b}", "tcp://127.0.0.1:" + broker);
    String yaml = Files.readString(config).replaceFirst("(?m)^sources:\n", "sources:\n" + sources);
    return Files.writeString(config, yaml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tele/xuan-hoa-1/SENSOR     | {\"ANALOG\":{\"Salinity\":1.01}}                   | 1.01",
        "zigbee2mqtt/xuan-hoa-1     | {\"salinity\":\"1,02\",\"battery\":100}            | 1.02",
        "meters/xuan-hoa-1          | 1030                                               | 1.03",
        "packs/a | [{\"bn\":\"xuan-hoa-1:\",\"n\":\"salinity\",\"u\":\"kg/m3\",\"v\":1.04}] | 1.04",
        "lines/a                    | water,src=xuan-hoa-1 sal_gl=1.05                   | 1.05",
        "homie/5/xuan-hoa-1/probe/salinity | 1.06                                        | 1.06",
      })
  void are_understood(String topic, String message, double salinity) {
    field.publish(topic, message);

    patiently()
        .untilAsserted(
            () ->
                assertThat(door.readings("xuan-hoa"))
                    .anySatisfy(
                        point -> {
                          assertThat(point.getDouble("value")).isEqualTo(salinity);
                          assertThat(point.getString("device")).isEqualTo("xuan-hoa-1");
                        }));
  }

  @Test
  void show_what_the_broker_had_kept_and_store_nothing_of_it() {
    patiently().untilAsserted(() -> assertThat(latest("ben-tre")).isEqualTo(0.3));

    assertThat(station("ben-tre").getString("freshness")).isEqualTo("stale");
    assertThat(door.readings("ben-tre")).isEmpty();
  }

  @Test
  void that_are_gone_leave_nothing_fresh_behind_until_they_measure_again() {
    field.publish("tele/my-tho-1/SENSOR", "{\"ANALOG\":{\"Salinity\":0.2}}");
    patiently().untilAsserted(() -> assertThat(freshness("my-tho")).isEqualTo("fresh"));

    field.publish("tele/my-tho-1/LWT", "Offline");
    patiently().untilAsserted(() -> assertThat(freshness("my-tho")).isEqualTo("stale"));

    field.publish("tele/my-tho-1/SENSOR", "{\"ANALOG\":{\"Salinity\":0.3}}");
    patiently().untilAsserted(() -> assertThat(freshness("my-tho")).isEqualTo("fresh"));
  }

  private static double latest(String station) {
    JsonObject latest = station(station).getJsonObject("latest");
    return latest.getJsonObject("salinity_gl", new JsonObject()).getDouble("value", Double.NaN);
  }

  private static String freshness(String station) {
    return station(station).getString("freshness");
  }

  private static JsonObject station(String id) {
    return door.get("/api/v1/stations").getJsonArray("stations").stream()
        .map(JsonObject.class::cast)
        .filter(station -> station.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(50));
  }
}
