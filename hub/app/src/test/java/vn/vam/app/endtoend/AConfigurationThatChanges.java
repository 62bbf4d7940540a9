package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;
import vn.vam.testing.FreePort;

/** A hub that runs while somebody edits its file. */
class AConfigurationThatChanges {
  @AutoClose private final LoggedLines lines = LoggedLines.begin();
  @AutoClose private final Opened opened = new Opened();

  @TempDir private Path folder;
  private Mosquitto broker;
  private Door door;
  private Path file;
  private Hub hub;

  @BeforeEach
  void start() throws IOException, BadConfig {
    broker = opened.add(Mosquitto.startIn(folder));
    door = new Door(FreePort.next());
    file = folder.resolve("hub.yaml");
    write("xuan-hoa-1");
    hub = opened.add(HubHere.start(file));
    hub.watch(file, HubHere.reader());
  }

  @Test
  void adopts_a_device_without_a_restart() throws IOException {
    broker.field().measures("xuan-hoa-2", 0.7);
    Awaitility.await().until(() -> door.rejected("unknown-device").size() == 1);

    write("xuan-hoa-1", "xuan-hoa-2");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> "applied".equals(lastChange().getString("result")));
    broker.field().measures("xuan-hoa-2", 0.8);

    Awaitility.await().until(() -> !door.readings("xuan-hoa").isEmpty());
    assertThat(lastChange().getJsonArray("changes")).containsExactly("+ device xuan-hoa-2");
    assertThat(door.readings("xuan-hoa"))
        .extracting(reading -> reading.getString("device"))
        .containsExactly("xuan-hoa-2");
    assertThat(lines.telling("the configuration was read again"))
        .contains(
            "INFO the configuration was read again, changes=[+ device xuan-hoa-2] restart=[]");
  }

  @Test
  void a_wrong_one_changes_nothing_and_says_where_it_is_wrong() throws IOException {
    Files.writeString(file, yaml("xuan-hoa-1") + "surprise: 1\n");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> "refused".equals(lastChange().getString("result")));
    broker.field().measures("xuan-hoa-1", 0.8);

    Awaitility.await().until(() -> door.readings("xuan-hoa").size() == 1);
    assertThat(lastChange().getJsonArray("mistakes")).containsExactly("surprise");
    assertThat(lines.telling("ERROR the changed configuration is wrong and changes nothing"))
        .anySatisfy(line -> assertThat(line).contains("surprise"));
    assertThat(door.isReady()).isTrue();
  }

  @Test
  void says_what_waits_for_a_restart() throws IOException {
    Files.writeString(file, yaml("xuan-hoa-1").replace("keep: 24h", "keep: 48h"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> "applied".equals(lastChange().getString("result")));

    assertThat(lastChange().getJsonArray("needs_restart")).containsExactly("log");
  }

  @Test
  void the_books_still_tell_of_a_device_that_left_it_and_balance() throws IOException {
    broker.field().measures("xuan-hoa-1", 0.7);
    Awaitility.await().until(() -> door.messages("stored") == 1);

    write("xuan-hoa-2");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> "applied".equals(lastChange().getString("result")));
    broker.field().measures("xuan-hoa-1", 0.8);

    Awaitility.await().until(() -> door.messages("rejected") == 1);
    assertThat(told("devices", "device", "xuan-hoa-1").getLong("stored")).isEqualTo(1);
    assertThat(door.metric("vam_books", "device=\"xuan-hoa-1\"", "heading=\"stored\"")).isOne();
    door.booksBalance();
  }

  @Test
  void the_books_still_tell_of_a_source_that_left_it_behind_a_restart_and_balance()
      throws IOException, BadConfig {
    broker.field().measures("xuan-hoa-1", 0.7);
    Awaitility.await().until(() -> door.messages("stored") == 1);
    hub.close();
    Files.writeString(file, yaml("xuan-hoa-2").replace("id: native", "id: quay"));

    opened.add(HubHere.start(file));
    broker.field().measures("xuan-hoa-2", 0.7);

    Awaitility.await().until(() -> door.messages("stored") == 2);
    assertThat(told("sources", "source", "native").getLong("stored")).isEqualTo(1);
    assertThat(told("devices", "device", "xuan-hoa-1").getString("source")).isEqualTo("native");
    assertThat(told("sources", "source", "quay").getLong("stored")).isEqualTo(1);
    assertThat(door.metric("vam_books", "source=\"native\"", "heading=\"stored\"")).isOne();
    door.booksBalance();
  }

  /** The line of the books with that name. */
  private JsonObject told(String lines, String by, String name) {
    return door.books().getJsonArray(lines).stream()
        .map(JsonObject.class::cast)
        .filter(line -> name.equals(line.getString(by)))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject lastChange() {
    JsonObject last = door.get("/api/v1/config").getJsonObject("last_change");
    return last == null ? new JsonObject() : last;
  }

  private void write(String... devices) throws IOException {
    Files.writeString(file, yaml(devices));
  }

  private String yaml(String... devices) {
    StringBuilder yaml =
        new StringBuilder(
            """
            sources: [ { id: native, broker: %s, format: native, filters: [vam/v1/salinity/+] } ]
            stations: [ { id: xuan-hoa, name: Xuân Hòa, kind: salinity } ]
            log: { keep: 24h }
            state: { directory: %s/hub }
            console: { port: %d }
            devices:
            """
                .formatted(broker.uri(), folder, door.port()));
    for (String device : devices) {
      yaml.append("  - { id: ").append(device).append(", station: xuan-hoa }\n");
    }
    return yaml.toString();
  }
}
