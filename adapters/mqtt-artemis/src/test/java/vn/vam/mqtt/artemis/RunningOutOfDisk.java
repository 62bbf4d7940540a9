package vn.vam.mqtt.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.SmallDisk;

/** The disk is full to the last byte before the broker has looked how full it is. */
class RunningOutOfDisk {
  private static final Duration A_WHILE = Duration.ofSeconds(60);
  private static final int MEGABYTES = 48;
  private static final String LONG = "x".repeat(100_000);

  @TempDir Path folder;

  @Test
  void the_broker_is_back_when_there_is_room_and_has_kept_what_it_confirmed() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, MEGABYTES)) {
      EmbeddedBrokerConfig config =
          new EmbeddedBrokerConfig(
              "127.0.0.1", 0, disk.path().resolve("broker"), EmbeddedBrokerConfig.UNWATCHED);
      try (EmbeddedBroker broker = EmbeddedBroker.start(config)) {
        Subscriber.acknowledging(broker.uri(), "hub").close();
        disk.fill();
        List<String> confirmed = publishUntilItIsGone(broker);
        disk.empty();

        await().atMost(A_WHILE).until(() -> accepts(broker));
        try (Subscriber hub = Subscriber.acknowledging(broker.uri(), "hub")) {
          await()
              .atMost(A_WHILE)
              .untilAsserted(() -> assertThat(hub.texts()).containsAll(confirmed));
        }
      }
    }
  }

  private static List<String> publishUntilItIsGone(EmbeddedBroker broker) {
    List<String> confirmed = new ArrayList<>();
    try (Publisher device = new Publisher(broker.uri())) {
      while (confirmed.size() < MEGABYTES * 10) {
        String text = confirmed.size() + LONG;
        device.publish(text);
        confirmed.add(text);
      }
    } catch (MqttException gone) {
      assertThat(confirmed).isNotEmpty();
    }
    await().atMost(A_WHILE).until(() -> !accepts(broker));
    return confirmed;
  }

  private static boolean accepts(EmbeddedBroker broker) {
    try (Publisher device = new Publisher(broker.uri())) {
      return device.isConnected();
    } catch (MqttException gone) {
      return false;
    }
  }
}
