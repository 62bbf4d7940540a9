package vn.vam.mqtt.paho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.FreePort;

class ComingBack {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void a_broker_that_is_killed_and_started_again_is_found_again_and_brings_what_was_open()
      throws Exception {
    Hand hand = Hand.holding();
    try (Mosquitto mosquitto = Mosquitto.startIn(folder);
        PahoSource source = Sources.connect(Sources.at(mosquitto.uri()), hand)) {
      publishNumbers(mosquitto, 0, 50);
      await().until(() -> hand.count() == 50);
      IntStream.range(0, 20).forEach(hand::acknowledge);
      publishNumbers(mosquitto, 50, 60);
      await().until(() -> hand.count() == 60);
      mosquitto.awaitSaved();

      mosquitto.kill();
      await().atMost(PATIENCE).until(() -> !source.isConnected());
      mosquitto.startAgain();

      Sources.awaitConnected(source);
      await().atMost(PATIENCE).until(() -> hand.count() == 100);
      assertThat(new HashSet<>(hand.texts().subList(60, 100))).isEqualTo(numbers(20, 60));
    }
  }

  @Test
  void a_broker_that_is_not_there_yet_is_found_when_it_appears() throws Exception {
    int port = FreePort.next();
    Hand hand = Hand.acknowledging();
    try (Wire wire = new Wire(port);
        PahoSource source = Sources.start(Sources.at(wire.uri()), hand)) {
      await().until(() -> hand.attempts() > 3);
      assertThat(source.isConnected()).isFalse();

      try (Mosquitto mosquitto = Mosquitto.startIn(folder, port)) {
        Sources.awaitConnected(source);
        publishNumbers(mosquitto, 0, 3);
        await().until(() -> hand.count() == 3);
      }
    }
  }

  @Test
  void silence_on_the_wire_is_noticed_within_one_and_a_half_keep_alives() throws Exception {
    Hand hand = Hand.acknowledging();
    try (Mosquitto mosquitto = Mosquitto.startIn(folder);
        Wire wire = new Wire(mosquitto.port());
        PahoSource source =
            Sources.connect(
                Sources.withKeepAlive(Sources.at(wire.uri()), Duration.ofSeconds(6)), hand)) {
      publishNumbers(mosquitto, 0, 3);
      await().until(() -> hand.count() == 3);

      wire.freeze();

      await().atMost(Duration.ofMillis(10_500)).until(() -> hand.attempts() == 2);
      Sources.awaitConnected(source);
      publishNumbers(mosquitto, 3, 6);
      await().until(() -> hand.count() >= 6);
    }
  }

  @Test
  void a_slow_receiver_delays_messages_and_loses_neither_them_nor_the_connection()
      throws Exception {
    Hand hand =
        new Hand(
            arrival -> {
              Pauses.of(Duration.ofMillis(250));
              arrival.acknowledgement().acknowledge();
            });
    try (Mosquitto mosquitto = Mosquitto.startIn(folder);
        PahoSource source =
            Sources.connect(
                Sources.withKeepAlive(Sources.at(mosquitto.uri()), Duration.ofSeconds(2)), hand)) {
      publishNumbers(mosquitto, 0, 40);

      await().atMost(PATIENCE).until(() -> hand.count() == 40);
      assertThat(hand.attempts()).isEqualTo(1);
      assertThat(source.isConnected()).isTrue();
    }
  }

  @Test
  void a_receiver_that_hangs_for_long_costs_the_connection_but_no_message() throws Exception {
    Set<String> hung = new HashSet<>();
    Hand hand =
        new Hand(
            arrival -> {
              if (hung.add("once")) {
                Pauses.of(Duration.ofSeconds(7));
              }
              arrival.acknowledgement().acknowledge();
            });
    try (Mosquitto mosquitto = Mosquitto.startIn(folder);
        PahoSource source =
            Sources.connect(
                Sources.withKeepAlive(Sources.at(mosquitto.uri()), Duration.ofSeconds(2)), hand)) {
      publishNumbers(mosquitto, 0, 40);

      await().atMost(PATIENCE).until(() -> new HashSet<>(hand.texts()).containsAll(numbers(0, 40)));
      Sources.awaitConnected(source);
    }
  }

  private static void publishNumbers(Mosquitto mosquitto, int from, int below) throws Exception {
    try (Publisher device = new Publisher(mosquitto.uri())) {
      device.publishNumbers(Sources.TOPIC, from, below);
    }
  }

  private static Set<String> numbers(int from, int below) {
    return IntStream.range(from, below).mapToObj(Integer::toString).collect(Collectors.toSet());
  }
}
