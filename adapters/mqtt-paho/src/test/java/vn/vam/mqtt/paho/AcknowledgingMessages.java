package vn.vam.mqtt.paho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgingMessages {
  private static final Duration A_MOMENT = Duration.ofMillis(700);

  @TempDir static Path folder;
  private static Mosquitto mosquitto;

  @BeforeAll
  static void start() {
    mosquitto = Mosquitto.startIn(folder);
  }

  @AfterAll
  static void stop() {
    if (mosquitto != null) {
      mosquitto.close();
    }
  }

  @Test
  void what_was_not_acknowledged_comes_again_and_what_was_does_not() throws Exception {
    PahoConfig config = Sources.at(mosquitto.uri());
    Hand first = Hand.holding();
    Hand second = Hand.holding();
    try (Publisher device = new Publisher(mosquitto.uri())) {
      try (PahoSource source = Sources.connect(config, first)) {
        device.publishNumbers(Sources.TOPIC, 0, 10);
        await().until(() -> first.count() == 10);
        IntStream.of(0, 2, 4, 6, 8).forEach(first::acknowledge);
        assertThat(source.isConnected()).isTrue();
      }
      try (PahoSource source = Sources.connect(config, second)) {
        device.publish(Sources.TOPIC, "end");
        await().until(() -> second.texts().contains("end"));
        assertThat(source.isConnected()).isTrue();
      }
    }

    assertThat(second.texts()).containsExactly("1", "3", "5", "7", "9", "end");
  }

  @Test
  void a_connection_that_breaks_brings_all_again_that_it_had_not_acknowledged() throws Exception {
    Hand hand = Hand.holding();
    try (Wire wire = new Wire(mosquitto.port());
        PahoSource source = Sources.connect(Sources.at(wire.uri()), hand);
        Publisher device = new Publisher(mosquitto.uri())) {
      device.publishNumbers(Sources.TOPIC, 0, 10);
      await().until(() -> hand.count() == 10);

      wire.cut();
      await().until(() -> hand.count() == 20);

      assertThat(source.connection()).isEqualTo(Sources.CONNECTION);
      assertThat(hand.texts().subList(10, 20)).isEqualTo(hand.texts().subList(0, 10));
    }
  }

  @Test
  void at_most_receive_maximum_messages_wait_for_their_acknowledgement() throws Exception {
    Hand hand = Hand.holding();
    PahoConfig config = Sources.withReceiveMaximum(Sources.at(mosquitto.uri()), 5);
    try (PahoSource source = Sources.connect(config, hand);
        Publisher device = new Publisher(mosquitto.uri())) {
      device.publishNumbers(Sources.TOPIC, 0, 20);
      await().until(() -> hand.count() == 5);
      await().during(A_MOMENT).until(() -> hand.count() == 5);

      hand.acknowledge(0);
      hand.acknowledge(1);
      await().until(() -> hand.count() == 7);
      await().during(A_MOMENT).until(() -> hand.count() == 7);

      assertThat(source.isConnected()).isTrue();
    }
  }

  @Test
  void an_acknowledgement_that_comes_after_the_connection_is_gone_confirms_nothing()
      throws Exception {
    Hand hand = Hand.holding();
    try (ScriptedBroker broker = new ScriptedBroker(0, 1);
        PahoSource source = Sources.connect(Sources.at(broker.uri()), hand)) {
      broker.publish(1, Sources.TOPIC, "old");
      await().until(() -> hand.count() == 1);
      broker.hangUp();
      await().until(() -> hand.attempts() == 2);
      Sources.awaitConnected(source);
      broker.publish(1, Sources.TOPIC, "new under the same packet identifier");
      broker.publish(2, Sources.TOPIC, "last");
      await().until(() -> hand.count() == 3);

      hand.acknowledge(0);
      hand.acknowledge(2);

      await().until(() -> !broker.acknowledged().isEmpty());
      assertThat(broker.acknowledged()).containsExactly(2);
    }
  }

  @Test
  void acknowledging_twice_confirms_once() throws Exception {
    Hand hand = Hand.holding();
    try (ScriptedBroker broker = new ScriptedBroker(0, 1);
        PahoSource source = Sources.connect(Sources.at(broker.uri()), hand)) {
      broker.publish(1, Sources.TOPIC, "one");
      broker.publish(2, Sources.TOPIC, "two");
      await().until(() -> hand.count() == 2);

      hand.acknowledge(0);
      hand.acknowledge(0);
      hand.acknowledge(1);

      await().until(() -> broker.acknowledged().contains(2));
      assertThat(broker.acknowledged()).containsExactly(1, 2);
      assertThat(source.isConnected()).isTrue();
    }
  }

  @Test
  void acknowledging_after_the_source_is_closed_does_nothing() throws Exception {
    Hand hand = Hand.holding();
    try (ScriptedBroker broker = new ScriptedBroker(0, 1)) {
      PahoSource source = Sources.connect(Sources.at(broker.uri()), hand);
      broker.publish(1, Sources.TOPIC, "one");
      await().until(() -> hand.count() == 1);
      broker.hangUp();
      source.close();

      hand.acknowledgeAll();

      assertThat(source.isConnected()).isFalse();
      assertThat(broker.acknowledged()).isEmpty();
    }
  }
}
