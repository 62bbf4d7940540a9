package vn.vam.mqtt.paho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.message.MessageSource.Receiver;
import vn.vam.core.message.RawMessage;

class BeingASparkplugHost {
  private static final String HOST = "vam-test";
  private static final String STATE = "spBv1.0/STATE/" + HOST;
  private static final String DATA = "spBv1.0/delta/NDATA/pump";
  private static final String COMMAND = "spBv1.0/delta/NCMD/pump";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  @AutoClose private Mosquitto mosquitto;
  @AutoClose private PahoSource looking;
  private final Hand seen = Hand.acknowledging();
  private final Hand heard = Hand.acknowledging();

  @BeforeEach
  void start() {
    mosquitto = Mosquitto.startIn(folder);
    looking =
        Sources.connect(Sources.listeningTo(mosquitto.uri(), "spBv1.0/STATE/+", COMMAND), seen);
  }

  @Test
  void says_that_it_is_there_and_says_goodbye() {
    try (PahoSource host = host(mosquitto.uri(), heard)) {
      await().until(() -> seen.count() == 1);
      assertThat(host.isConnected()).isTrue();
      assertThat(seen.texts().getFirst()).matches("\\{\"online\":true,\"timestamp\":\\d{13}}");
    }

    await().until(() -> seen.count() == 2);
    assertThat(seen.texts().getLast()).matches("\\{\"online\":false,\"timestamp\":\\d{13}}");
    assertThat(heard.count()).isZero();
  }

  @Test
  void its_will_bears_the_time_at_which_it_said_that_it_is_there() throws Exception {
    try (Wire wire = new Wire(mosquitto.port());
        PahoSource host = host(wire.uri(), heard)) {
      await().until(() -> seen.count() == 1);
      wire.cut();

      await().atMost(PATIENCE).until(() -> seen.count() >= 3 && host.isConnected());
      assertThat(seen.texts().get(1)).isEqualTo(seen.texts().get(0).replace("true", "false"));
      assertThat(seen.texts().get(2)).contains("true").isNotEqualTo(seen.texts().get(0));
    }
  }

  @Test
  void contradicts_whoever_says_that_it_is_gone() throws Exception {
    try (PahoSource host = host(mosquitto.uri(), heard);
        Publisher other = new Publisher(mosquitto.uri())) {
      await().until(() -> seen.count() == 1);
      other.publish(STATE, Publisher.retained("{\"online\" : false, \"timestamp\":1}"));

      await().untilAsserted(() -> assertThat(seen.texts()).hasSizeGreaterThan(2));
      assertThat(seen.texts().get(2)).isEqualTo(seen.texts().get(0));
      assertThat(host.isConnected()).isTrue();
    }
  }

  @Test
  void hears_nodes_and_not_its_own_commands() throws Exception {
    try (PahoSource host = host(mosquitto.uri(), heard);
        Publisher node = new Publisher(mosquitto.uri())) {
      assertThat(host.publish(COMMAND, "rebirth".getBytes(StandardCharsets.UTF_8))).isTrue();
      await().until(() -> seen.texts().contains("rebirth"));
      node.publish(DATA, Publisher.message("data", 0));

      await().until(() -> heard.count() == 1);
      assertThat(heard.messages()).extracting(RawMessage::topic).containsExactly(DATA);
    }
  }

  @Test
  void nothing_is_kept_for_it_while_it_is_away() throws Exception {
    PahoConfig config = Sources.listeningTo(mosquitto.uri(), "spBv1.0/#");
    try (Publisher node = new Publisher(mosquitto.uri())) {
      host(config, heard).close();
      node.publish(DATA, "while it is away");
      try (PahoSource again = host(config, heard)) {
        node.publish(DATA, "when it is back");
        await().until(() -> heard.texts().contains("when it is back"));
        assertThat(again.isConnected()).isTrue();
      }
    }

    assertThat(heard.messages()).filteredOn(message -> message.topic().equals(DATA)).hasSize(1);
  }

  @Test
  void publishes_nothing_where_nobody_is_connected() {
    try (PahoSource host =
        new PahoSource(Sources.at(mosquitto.uri()), Clock.systemUTC(), new Random(1))) {
      assertThat(host.publish(COMMAND, new byte[0])).isFalse();
      assertThat(looking.publish(COMMAND, new byte[0])).isTrue();
    }
  }

  private static PahoSource host(URI broker, Receiver receiver) {
    return host(Sources.listeningTo(broker, "spBv1.0/#"), receiver);
  }

  private static PahoSource host(PahoConfig config, Receiver receiver) {
    PahoSource host = PahoSource.sparkplugHost(config, HOST, Clock.systemUTC(), new Random(7));
    host.start(receiver);
    Sources.awaitConnected(host);
    return host;
  }
}
