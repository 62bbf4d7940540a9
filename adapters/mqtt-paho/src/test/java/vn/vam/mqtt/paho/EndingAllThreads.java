package vn.vam.mqtt.paho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.FreePort;

class EndingAllThreads {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int RECONNECTS = 30;

  @TempDir Path folder;

  @Test
  void thirty_reconnects_leave_as_many_threads_as_one_connection_has() throws Exception {
    Hand hand = Hand.acknowledging();
    try (Mosquitto mosquitto = Mosquitto.startIn(folder);
        Wire wire = new Wire(mosquitto.port());
        PahoSource source = Sources.connect(Sources.at(wire.uri()), hand)) {
      int once = threads().size();
      int all = Thread.activeCount();
      for (int i = 1; i <= RECONNECTS; i++) {
        int attempts = i;
        wire.cut();
        await().atMost(PATIENCE).until(() -> hand.attempts() > attempts && source.isConnected());
      }

      await().untilAsserted(() -> assertThat(threads()).hasSize(once));
      await().untilAsserted(() -> assertThat(Thread.activeCount()).isLessThanOrEqualTo(all + 2));
    }
    awaitNoThreads();
  }

  /** As a proxy does whose broker is away: a thread of Paho's would wait for ever each time. */
  @Test
  void a_port_that_takes_the_call_and_hangs_up_at_once_leaves_no_threads() throws Exception {
    Hand hand = Hand.acknowledging();
    try (Wire wire = new Wire(FreePort.next());
        PahoSource source = Sources.start(Sources.at(wire.uri()), hand)) {
      await().atMost(PATIENCE).until(() -> hand.attempts() > RECONNECTS);

      assertThat(source.isConnected()).isFalse();
      assertThat(threads()).hasSizeLessThan(8);
    }
    awaitNoThreads();
  }

  @Test
  void refused_subscriptions_leave_no_threads() throws Exception {
    Hand hand = Hand.acknowledging();
    try (ScriptedBroker broker = new ScriptedBroker(0, 0x87);
        PahoSource source = Sources.start(Sources.at(broker.uri()), hand)) {
      await().atMost(PATIENCE).until(() -> hand.attempts() > 5);
      assertThat(source.isConnected()).isFalse();
    }
    awaitNoThreads();
  }

  @Test
  void closing_while_a_server_takes_the_call_and_says_nothing_is_quick() throws Exception {
    Hand hand = Hand.acknowledging();
    try (ScriptedBroker silent = new ScriptedBroker(-1, 1)) {
      PahoSource source = Sources.start(Sources.at(silent.uri()), hand);
      await().until(() -> threads().stream().anyMatch(name -> name.startsWith("MQTT Call")));

      await().atMost(Duration.ofSeconds(8)).until(() -> isClosed(source));

      awaitNoThreads();
    }
  }

  @Test
  void a_server_that_takes_the_call_and_says_nothing_is_given_up_without_a_trace()
      throws Exception {
    Hand hand = Hand.acknowledging();
    try (ScriptedBroker silent = new ScriptedBroker(-1, 1)) {
      PahoSource source = Sources.start(Sources.at(silent.uri()), hand);
      await().atMost(PATIENCE).until(() -> hand.attempts() == 2);
      source.close();

      awaitNoThreads();
    }
  }

  @Test
  void closing_keeps_the_session_so_that_what_is_sent_meanwhile_comes_at_the_next_start()
      throws Exception {
    Hand first = Hand.acknowledging();
    Hand second = Hand.acknowledging();
    try (Mosquitto mosquitto = Mosquitto.startIn(folder);
        Publisher device = new Publisher(mosquitto.uri())) {
      PahoConfig config = Sources.at(mosquitto.uri());
      PahoSource before = Sources.connect(config, first);
      device.publish(Sources.TOPIC, "before");
      await().until(() -> first.count() == 1);
      before.close();
      assertThat(before.isConnected()).isFalse();

      device.publishNumbers(Sources.TOPIC, 0, 5);
      try (PahoSource after = Sources.connect(config, second)) {
        await().until(() -> second.count() == 5);
        assertThat(after.isConnected()).isTrue();
      }

      assertThat(first.texts()).containsExactly("before");
      assertThat(second.texts()).containsExactly("0", "1", "2", "3", "4");
    }
  }

  /** The goodbye looks like a loss to the thread that keeps the connection. */
  @Test
  void saying_goodbye_again_and_again_leaves_no_threads() {
    try (Mosquitto mosquitto = Mosquitto.startIn(folder)) {
      for (int i = 0; i < RECONNECTS; i++) {
        PahoSource source = Sources.connect(Sources.at(mosquitto.uri()), Hand.acknowledging());
        source.close();
        source.close();
        assertThat(source.isConnected()).isFalse();
      }
    }
    awaitNoThreads();
  }

  @Test
  void closing_a_source_that_was_never_started_is_fine() throws IOException {
    try (Wire wire = new Wire(FreePort.next())) {
      PahoSource source = new PahoSource(Sources.at(wire.uri()), Clock.systemUTC(), new Random(1));
      source.close();
      source.close();

      assertThat(source.isConnected()).isFalse();
      assertThat(wire.connections()).isZero();
    }
  }

  private static boolean isClosed(PahoSource source) {
    source.close();
    return true;
  }

  private static void awaitNoThreads() {
    await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  /** Paho's name their client, ours its connection; devices' do not count. */
  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("mqtt-") || name.contains(": hub-"))
        .sorted()
        .toList();
  }
}
