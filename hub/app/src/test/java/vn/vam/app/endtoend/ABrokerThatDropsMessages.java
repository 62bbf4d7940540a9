package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.FreePort;

/** A real Mosquitto that queues five messages for a client that is away, and is sent fifty. */
class ABrokerThatDropsMessages {
  private static final int SENT = 50;
  private static final int ROOM = 5;

  @AutoClose private final Opened opened = new Opened();

  @Test
  void its_loss_is_counted_as_its_own_and_the_books_balance(@TempDir Path folder) throws Exception {
    Mosquitto broker = opened.add(Mosquitto.startIn(folder, ABrokerThatDropsMessages::small));
    Door door = new Door(FreePort.next());
    Path config = Files.writeString(folder.resolve("hub.yaml"), yaml(broker, door, folder));
    opened.add(HubHere.start(config)).close();

    for (int i = 0; i < SENT; i++) {
      broker.field().measures("xuan-hoa-1", 0.1);
    }
    opened.add(HubHere.start(config));

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(door.metric("vam_broker_dropped", "source=\"native\""))
                    .isEqualTo(SENT - ROOM));
    door.booksBalance();
    assertThat(door.messages("received")).isEqualTo(ROOM);
  }

  private static String small(String shipped) {
    return shipped
        .replace("max_queued_messages 0", "max_queued_messages " + ROOM)
        .replace("max_queued_bytes 1073741824", "max_queued_bytes 0")
        .replace("max_inflight_messages 32767", "max_inflight_messages 1")
        .replace("sys_interval 10", "sys_interval 1");
  }

  private static String yaml(Mosquitto broker, Door door, Path folder) {
    return """
        sources: [ { id: native, broker: %s, format: native, filters: [vam/v1/salinity/+] } ]
        stations: [ { id: xuan-hoa, name: Xuân Hòa, kind: salinity } ]
        devices: [ { id: xuan-hoa-1, station: xuan-hoa } ]
        state: { directory: %s/hub }
        console: { port: %d }
        """
        .formatted(broker.uri(), folder, door.port());
  }
}
