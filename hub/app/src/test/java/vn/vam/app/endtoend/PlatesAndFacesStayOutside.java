package vn.vam.app.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.app.hub.Hub;
import vn.vam.core.books.Account;
import vn.vam.core.books.BooksPage;
import vn.vam.testing.FreePort;
import vn.vam.testing.Http;

/** Cameras that tell plates and faces in every way they can, and a hub that keeps none of it. */
class PlatesAndFacesStayOutside {
  private static final List<String> PERSONAL =
      List.of(
          "63A-123.45",
          "63A12345",
          "63a-123.45",
          "0912345678",
          "Nguyen Van A",
          "Nguyễn",
          "/9j/4AAQ");
  private static final int MESSAGES = 17;

  @TempDir private Path folder = Path.of("");
  private final int broker = FreePort.next();
  private final int console = FreePort.next();

  /** Of the eight rejected messages five can be read; the three that are no JSON need the key. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{} | 5", "{ sealing_key: 'a key of this test, long enough to be one' } | 8"},
      quoteCharacter = '"')
  void whatever_a_camera_says_the_log_holds_no_plate_and_no_face(String log, int replayable)
      throws Exception {
    try (Hub hub = HubHere.start(config(log))) {
      publishEverything();
      BooksPage books = heard(hub);

      assertThat(books.total(Account.Heading.STORED)).isEqualTo(6);
      assertThat(books.total(Account.Heading.REJECTED)).isEqualTo(8);
      assertThat(books.total(Account.Heading.IGNORED)).isEqualTo(3);
      assertThat(asked("/api/v1/stations")).contains("\"plate\":\"63A-***.45\"");
      for (String path : List.of("stations", "rejected", "books", "rules", "alerts")) {
        holdsNothingPersonal(asked("/api/v1/" + path));
      }
      holdsNothingPersonal(asked("/metrics"));
      assertThat(asked("/api/v1/rejected"))
          .as("a probe that nobody knows yet, by the number of its card")
          .contains("vam/v1/salinity/…321")
          .doesNotContain("0987654321");
      assertThat(replayed().getJsonArray("replayed")).hasSize(replayable);
      assertThat(everythingKept()).contains("1773291600.25-mxklsc", "quay_water");
      holdsNothingPersonal(everythingKept());
    }
    holdsNothingPersonal(everythingKept());
    try (Hub again = HubHere.start(folder.resolve("hub.yaml"))) {
      assertThat(again.isReady()).isTrue();
      assertThat(asked("/api/v1/stations")).contains("\"plate\":\"63A-***.45\"");
    }
  }

  private static void holdsNothingPersonal(String text) {
    PERSONAL.forEach(each -> assertThat(text).doesNotContain(each, latin(each)));
  }

  /** As the bytes of the text look where they are read byte by byte. */
  private static String latin(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  private void publishEverything() throws MqttException {
    MqttClient field =
        new MqttClient("tcp://127.0.0.1:" + broker, "field", new MemoryPersistence());
    field.connect();
    for (Map.Entry<String, byte[]> message : messages()) {
      field.publish(message.getKey(), message.getValue(), 1, false);
    }
    field.disconnect();
    field.close();
  }

  private static List<Map.Entry<String, byte[]>> messages() {
    double now = Instant.now().toEpochMilli() / 1e3;
    String event =
        """
        {"type":"new","after":{"id":"1773291600.25-mxklsc","camera":"quay","label":"car",\
        "start_time":%1$f,"frame_time":%1$f,"score":0.79,"entered_zones":["quay_water"],\
        "sub_label":["Nguyen Van A",0.79],"recognized_license_plate":"63A-123.45",\
        "attributes":{"face":0.9},"thumbnail":"/9j/4AAQSkZJRg","who":"63A12345",\
        "data":{"pl\\u0061te":"63A-123.45"}}}"""
            .formatted(now);
    String inside =
        "{\"Data\":{\"IsInside\":true,\"Plate\":\"63A-123.45\",\"Face\":\"Nguyen Van A\"}}";
    return List.of(
        message("frigate/events", event),
        message("frigate/events", event.replace("quay\"", "attic\"")),
        message("frigate/events", event.substring(0, event.length() - 3)),
        message("frigate/events", "63A-123.45"),
        message(
            "frigate/tracked_object_update",
            "{\"plate\":\"63A-123.45\",\"name\":\"Nguyen Van A\"}"),
        message("frigate/quay/car/snapshot", "\u0000JFIF 63A-123.45 /9j/4AAQ"),
        message("yard/onvif-ej/RuleEngine/FieldDetector/ObjectsInside/&1", inside),
        message("yard/onvif-ej/RuleEngine/Recognition/Face/&1", "{\"Data\":{\"Id\":\"Nguyễn\"}}"),
        message(
            "vam/v1/camera/gate-1",
            "{\"event_id\":\"e\",\"type\":\"person\",\"plate\":\"63A12345\",\"owner\":\"Nguyen Van A\"}"),
        message("vam/v1/camera/gate-1", "{\"event_id\":\"e\",\"plate\":\"63A-123.45\" oops"),
        message("vam/v1/salinity/quay-2", "{\"salinity_gl\":4.2,\"face\":\"Nguyen Van A\"}"),
        message("vam/v1/salinity/quay-2", "{\"salinity_gl\":4.3,\"PlateNo\":\"63A-123.45\"}"),
        message("vam/v1/camera/63a-123.45", "{\"event_id\":\"e\",\"type\":\"person\"}"),
        message("vam/v1/salinity/0987654321", "{\"salinity_gl\":4.2}"),
        message("vam/v1/traffic/0912345678", "{\"count\":1}"),
        message("vam/v1/camera/gate-1", "{\"event_id\":\"63A-123.45\",\"type\":\"vehicle\"}"),
        message("yard/onvif-ej/RuleEngine/FieldDetector/ObjectsInside/&63A-123.45", inside));
  }

  private static Map.Entry<String, byte[]> message(String topic, String text) {
    return Map.entry(topic, text.getBytes(UTF_8));
  }

  private static BooksPage heard(Hub hub) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> hub.books().totalReceived() == MESSAGES && hub.isIdle());
    return hub.books();
  }

  private JsonObject replayed() {
    String path = "/api/v1/rejected/replay";
    return new JsonObject(Http.post(new Door(console).at(path), "application/json", "").body());
  }

  private String asked(String path) {
    return Http.get(new Door(console).at(path)).body();
  }

  /** All files of the hub's own, as they are; those of the broker inside it are the broker's. */
  private String everythingKept() throws IOException {
    StringBuilder kept = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("hub"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(folder.resolve("hub/broker"))) {
          kept.append(new String(Files.readAllBytes(file), ISO_8859_1));
        }
      }
    }
    return kept.toString();
  }

  private Path config(String log) throws IOException {
    return Files.writeString(
        folder.resolve("hub.yaml"),
        """
        sources:
          - { id: gate, broker: embedded, filters: ["frigate/#"], format: frigate, plates: masked }
          - { id: yard, broker: embedded, filters: ["yard/onvif-ej/#"], format: onvif }
          - { id: own, broker: embedded, filters: ["vam/v1/+/+"], format: native }
        stations:
          - { id: quay, name: Bến, kind: camera }
          - { id: gate, name: Cổng, kind: camera }
          - { id: yard, name: Sân, kind: camera }
          - { id: water, name: Nước, kind: salinity }
        devices:
          - { id: quay-1, station: quay, addresses: [frigate/quay] }
          - { id: gate-1, station: gate }
          - { id: yard, station: yard }
          - { id: quay-2, station: water }
        log: %s
        store: { kind: embedded }
        state: { directory: %s, broker_port: %d }
        console: { port: %d }
        """
            .formatted(log, folder.resolve("hub"), broker, console));
  }
}
