package vn.vam.mqtt.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillingTheProcessOfTheBroker {
  private static final int MESSAGES = 3_000;

  @TempDir Path folder;

  @Test
  void three_thousand_of_three_thousand_messages_wait_for_the_hub_afterwards() throws Exception {
    try (BrokerProcess broker = BrokerProcess.startIn(folder)) {
      Subscriber.acknowledging(broker.uri(), "hub").close();
      try (Publisher device = new Publisher(broker.uri())) {
        device.publishNumbers(0, MESSAGES);
      }

      broker.kill();
      broker.startAgain();

      try (Subscriber hub = Subscriber.acknowledging(broker.uri(), "hub")) {
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.count() >= MESSAGES);
        assertThat(new HashSet<>(hub.texts()))
            .isEqualTo(
                IntStream.range(0, MESSAGES)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.toSet()));
      }
    }
  }

  @Test
  void what_waits_for_whoever_named_one_topic_is_there_afterwards_too() throws Exception {
    String topic = "vam/v1/traffic/cau-rach-mieu";
    try (BrokerProcess broker = BrokerProcess.startIn(folder)) {
      try (Publisher device = new Publisher(broker.uri())) {
        device.publish(topic, "before anybody asked");
        try (Subscriber hub = Subscriber.holding(broker.uri(), "hub")) {
          hub.subscribe(topic);
        }
        device.publish(topic, "while nobody listened");
      }

      broker.kill();
      broker.startAgain();

      try (Subscriber hub = Subscriber.acknowledging(broker.uri(), "hub")) {
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.count() > 0);
        assertThat(hub.texts()).containsExactly("while nobody listened");
      }
    }
  }
}
