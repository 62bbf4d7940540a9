package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;

/** Somebody hangs a probe into the river before anybody tells the hub. */
class AnUnknownDevice {
  private static final String NEW = "xuan-hoa-2";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();

  @Test
  void is_adopted_and_what_it_sent_before_is_replayed_into_the_database()
      throws BadConfig, IOException {
    Servers servers = Servers.startIn(folder, opened);
    Door door = servers.door();
    Path config = servers.config();
    Hub hub = opened.add(HubHere.start(config));
    Instant start = Instant.now().minusSeconds(600);
    for (int i = 0; i < 3; i++) {
      servers.field().measures(NEW, 0.1 + i, start.plusSeconds(60L * i));
    }
    patiently().untilAsserted(() -> assertThat(door.rejected("unknown-device")).hasSize(3));
    String first = door.rejected("unknown-device").getLast().getString("id");
    hub.close();

    opened.add(HubHere.start(adopted(config)));
    assertThat(door.rejected("unknown-device")).hasSize(3);
    JsonObject one = door.post("/api/v1/rejected/" + first + "/replay", 200);
    JsonObject others = door.post("/api/v1/rejected/replay?device=" + NEW, 200);

    assertThat(one.getString("outcome")).isEqualTo("accepted");
    assertThat(others.getInteger("accepted")).isEqualTo(2);
    assertThat(door.post("/api/v1/rejected/" + first + "/replay", 409).getString("type"))
        .isEqualTo("urn:vam:problem:already-replayed");
    patiently().untilAsserted(() -> assertThat(door.readings("xuan-hoa")).hasSize(3));
    patiently().untilAsserted(() -> assertThat(door.rejected("unknown-device")).isEmpty());
    String oldest = door.readings("xuan-hoa").getFirst().getString("time");
    assertThat(OffsetDateTime.parse(oldest).toInstant()).isBefore(start.plusSeconds(1));
    assertThat(door.messages("received")).isEqualTo(3);
    assertThat(door.messages("stored")).isEqualTo(3);
  }

  private static Path adopted(Path config) throws IOException {
    String device = "devices:\n  - { id: " + NEW + ", station: xuan-hoa }\n";
    return Files.writeString(config, Files.readString(config).replace("devices:\n", device));
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
  }
}
