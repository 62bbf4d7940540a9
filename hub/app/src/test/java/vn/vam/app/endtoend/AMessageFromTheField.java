package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;

/** Published with Mosquitto's client, kept by Mosquitto, stored in InfluxDB 1.x, seen over HTTP. */
class AMessageFromTheField {
  private static final String UPLINK_TOPIC =
      "application/17c82e96-be03-4f38-aef3-f83d48582d97/device/0101010101010101/event/up";

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  private static Servers servers;
  private static Hub hub;
  private static Field field;
  private static Door door;

  @BeforeAll
  static void start() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    hub = opened.add(HubHere.start(servers.config()));
    field = servers.field();
    door = servers.door();
    warmUp();
  }

  /** What is measured in these tests is a hub at work, not classes being loaded. */
  private static void warmUp() {
    field.measures("ben-tre-1", 0.1);
    Awaitility.await().until(() -> !door.readings("ben-tre").isEmpty());
  }

  @Test
  void is_among_the_readings_of_its_station_within_a_second() {
    Instant at = now();

    field.publish(
        "vam/v1/salinity/xuan-hoa-1",
        "{\"time\":\"%s\",\"salinity_gl\":4.2,\"temperature_c\":28.1}".formatted(at));

    withinASecond().untilAsserted(() -> assertThat(reading("xuan-hoa", at)).isPresent());
    JsonObject point = reading("xuan-hoa", at).orElseThrow();
    assertThat(point.getDouble("value")).isEqualTo(4.2);
    assertThat(point.getString("device")).isEqualTo("xuan-hoa-1");
  }

  @Test
  void in_the_form_of_chirpstack_is_among_the_readings_within_a_second_too() {
    Instant at = now();

    field.publish(UPLINK_TOPIC, uplink("3ac7e3c4-4401-4b8d-9386-a5c902f9202d", at));

    withinASecond().untilAsserted(() -> assertThat(reading("xuan-hoa", at)).isPresent());
    JsonObject point = reading("xuan-hoa", at).orElseThrow();
    assertThat(point.getDouble("value")).isEqualTo(3.75);
    assertThat(point.getString("device")).isEqualTo("0101010101010101");
  }

  @Test
  void heard_by_two_gateways_is_stored_once_and_counted_as_a_duplicate() {
    Instant at = now();
    String uplink = uplink("00000000-4401-4b8d-9386-a5c902f9202d", at);
    long duplicates = door.messages("duplicate");

    field.publish(UPLINK_TOPIC, uplink);
    field.publish(UPLINK_TOPIC, uplink.replace("\"rssi\":-36", "\"rssi\":-90"));

    patiently()
        .untilAsserted(() -> assertThat(door.messages("duplicate")).isEqualTo(duplicates + 1));
    patiently().untilAsserted(() -> assertThat(reading("xuan-hoa", at)).isPresent());
  }

  @Test
  void that_is_cut_off_is_shown_with_its_reason() {
    field.publish("vam/v1/salinity/xuan-hoa-1", "{\"salinity_gl\":\"NaN\"");

    patiently()
        .untilAsserted(
            () ->
                assertThat(door.rejected("malformed-json"))
                    .anySatisfy(
                        message -> {
                          assertThat(message.getString("source")).isEqualTo("native");
                          assertThat(message.getString("topic"))
                              .isEqualTo("vam/v1/salinity/xuan-hoa-1");
                          assertThat(message.getString("detail")).isNotBlank();
                        }));
  }

  @Test
  void of_an_unknown_device_is_kept_aside_and_makes_no_new_tag() {
    field.measures("found-in-the-attic", 1.5);

    patiently().untilAsserted(() -> assertThat(door.rejected("unknown-device")).isNotEmpty());
    assertThat(servers.influxClient("show tag values with key = device"))
        .contains("ben-tre-1")
        .doesNotContain("attic");
  }

  @Test
  void that_the_broker_had_kept_is_ignored() throws BadConfig {
    Instant at = now();
    hub.close();
    field.publishRetained(
        "vam/v1/salinity/my-tho-1", "{\"time\":\"%s\",\"salinity_gl\":9.9}".formatted(at));
    forgetSession("vam-native-0");

    hub = opened.add(HubHere.start(servers.config()));

    patiently()
        .untilAsserted(
            () ->
                assertThat(door.books().getJsonArray("reasons"))
                    .contains(
                        JsonObject.of("heading", "ignored", "reason", "retained", "count", 1)));
    assertThat(door.readings("my-tho")).isEmpty();
  }

  /** A first subscription is what makes a broker send what it had kept: end the earlier one. */
  private static void forgetSession(String client) {
    Program.run(
        "mosquitto_sub",
        "-V",
        "mqttv5",
        "-p",
        Integer.toString(servers.broker.port()),
        "-i",
        client,
        "-c",
        "-x",
        "0",
        "-t",
        "nothing",
        "-E");
  }

  @Test
  void is_found_with_the_client_of_influxdb() {
    Instant at = now();
    field.measures("xuan-hoa-1", 1.25, at);

    patiently()
        .untilAsserted(
            () ->
                assertThat(servers.influxClient("select * from salinity where salinity_gl = 1.25"))
                    .contains(Long.toString(at.toEpochMilli()) + "000000")
                    .contains("xuan-hoa-1")
                    .contains("28.1"));
  }

  @Test
  void leaves_a_summary_of_its_minute_behind() {
    Instant minute = now().truncatedTo(ChronoUnit.MINUTES).minus(3, ChronoUnit.MINUTES);
    field.measures("ben-tre-1", 1.5, minute.plusSeconds(10));
    field.measures("ben-tre-1", 2.5, minute.plusSeconds(40));

    patiently()
        .untilAsserted(
            () ->
                assertThat(
                        servers.influxClient(
                            "select salinity_gl, salinity_gl_min, salinity_gl_max, n"
                                + " from every_1m.salinity where station = 'ben-tre'"))
                    .contains(minute.toEpochMilli() + "000000,2,1.5,2.5,2"));
    assertThat(servers.influxClient("show retention policies")).contains("autogen,8760h0m0s");
  }

  private static Optional<JsonObject> reading(String station, Instant at) {
    return door.readings(station).stream()
        .filter(point -> OffsetDateTime.parse(point.getString("time")).toInstant().equals(at))
        .findFirst();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static ConditionFactory withinASecond() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(25));
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(50));
  }

  /** As in ChirpStack's documentation, with what a codec made of its bytes. */
  private static String uplink(String id, Instant at) {
    return """
    {"deduplicationId":"%s","time":"%s",
     "deviceInfo":{"tenantId":"52f14cd4-c6f1-4fbd-8f87-4025e1d49242","tenantName":"ChirpStack",
      "applicationId":"17c82e96-be03-4f38-aef3-f83d48582d97","applicationName":"Test application",
      "deviceProfileId":"14855bf7-d10d-4aee-b618-ebfcb64dc7ad","deviceProfileName":"Test device-profile",
      "deviceName":"Test device","devEui":"0101010101010101","tags":{"key":"value"}},
     "devAddr":"00189440","dr":1,"fPort":1,"data":"qg==",
     "object":{"salinity_gl":3.75,"temperature_c":28.4},
     "rxInfo":[{"gatewayId":"0016c001f153a14c","uplinkId":4217106255,"rssi":-36,"snr":10.5,
      "context":"E3OWOQ==","metadata":{"region_name":"eu868"}}],
     "txInfo":{"frequency":867100000,"modulation":{"lora":{"bandwidth":125000,"spreadingFactor":11,
      "codeRate":"CR_4_5"}}}}
    """
        .formatted(id, at.toString().replace("Z", "+00:00"));
  }
}
