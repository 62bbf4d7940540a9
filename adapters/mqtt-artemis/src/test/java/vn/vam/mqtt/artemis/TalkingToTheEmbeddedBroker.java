package vn.vam.mqtt.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalkingToTheEmbeddedBroker {
  private static final Duration A_MOMENT = Duration.ofMillis(700);

  /** Artemis by itself gives a message up after the tenth. */
  private static final int REDELIVERIES = 12;

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private URI uri;
  private final String hub = "hub-" + UUID.randomUUID();

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(EmbeddedBrokerConfig.on(0, folder));
    uri = broker.uri();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void what_is_published_at_any_quality_of_service_arrives() throws Exception {
    try (Subscriber subscriber = Subscriber.acknowledging(uri, hub);
        Publisher device = new Publisher(uri)) {
      device.publish("at most once", 0, false);
      device.publish("at least once", 1, false);
      device.publish("exactly once", 2, false);

      await().until(() -> subscriber.count() == 3);
      assertThat(subscriber.texts())
          .containsExactlyInAnyOrder("at most once", "at least once", "exactly once");
    }
  }

  @Test
  void what_was_not_acknowledged_comes_again_and_what_was_does_not() throws Exception {
    try (Publisher device = new Publisher(uri)) {
      try (Subscriber before = Subscriber.holding(uri, hub)) {
        device.publishNumbers(0, 10);
        await().until(() -> before.count() == 10);
        for (int index : new int[] {0, 2, 4, 6, 8}) {
          before.acknowledge(index);
        }
        before.awaitHeard();
      }
      try (Subscriber after = Subscriber.holding(uri, hub)) {
        device.publish("end");
        await().until(() -> after.texts().contains("end"));
        assertThat(after.texts()).containsExactlyInAnyOrder("1", "3", "5", "7", "9", "end");
      }
    }
  }

  @Test
  void at_most_receive_maximum_messages_wait_for_their_acknowledgement() throws Exception {
    try (Subscriber subscriber = Subscriber.connect(uri, hub, 5, false);
        Publisher device = new Publisher(uri)) {
      device.publishNumbers(0, 20);
      await().until(() -> subscriber.count() == 5);
      await().during(A_MOMENT).until(() -> subscriber.count() == 5);

      subscriber.acknowledge(0);
      subscriber.acknowledge(1);
      await().until(() -> subscriber.count() == 7);
      await().during(A_MOMENT).until(() -> subscriber.count() == 7);
    }
  }

  @Test
  void a_retained_message_comes_at_the_first_subscription_only() throws Exception {
    try (Publisher device = new Publisher(uri)) {
      device.publish("kept", 1, true);
      try (Subscriber first = Subscriber.acknowledging(uri, hub)) {
        await().until(() -> first.count() == 1);
        assertThat(first.retained()).containsExactly(true);
      }
      try (Subscriber second = Subscriber.acknowledging(uri, hub)) {
        device.publish("after");
        await().until(() -> second.texts().contains("after"));
        assertThat(second.texts()).containsExactly("after");
      }
    }
  }

  @Test
  void a_message_that_was_delivered_a_dozen_times_in_vain_is_still_there() throws Exception {
    try (Publisher device = new Publisher(uri)) {
      Subscriber.holding(uri, hub).close();
      device.publish("stubborn");
      for (int i = 0; i < REDELIVERIES; i++) {
        Subscriber dying = Subscriber.holding(uri, hub);
        await().until(() -> dying.count() == 1);
        dying.vanish();
      }
      try (Subscriber last = Subscriber.acknowledging(uri, hub)) {
        await().until(() -> last.count() == 1);
        assertThat(last.texts()).containsExactly("stubborn");
      }
    }
  }

  @Test
  void a_regular_end_keeps_sessions_and_messages() throws Exception {
    Subscriber.acknowledging(uri, hub).close();
    try (Publisher device = new Publisher(uri)) {
      device.publishNumbers(0, 100);
    }

    broker.close();
    start();

    try (Subscriber subscriber = Subscriber.acknowledging(uri, hub)) {
      await().until(() -> subscriber.count() == 100);
      assertThat(subscriber.texts())
          .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(Integer::toString).toList());
    }
  }
}
