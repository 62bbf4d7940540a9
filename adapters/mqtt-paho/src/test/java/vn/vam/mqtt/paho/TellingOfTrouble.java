package vn.vam.mqtt.paho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellingOfTrouble {
  @TempDir Path folder;

  @Test
  void a_wrong_password_is_told_plainly_without_the_password_and_tried_again() throws Exception {
    Hand hand = Hand.acknowledging();
    try (LogLines lines = new LogLines();
        Mosquitto mosquitto = Mosquitto.startIn(folder, "hub", "right-one");
        PahoSource source =
            Sources.start(
                Sources.withUser(Sources.at(mosquitto.uri()), "hub", "wrong-secret"), hand)) {
      await().until(() -> hand.attempts() >= 3);

      assertThat(source.isConnected()).isFalse();
      assertThat(lines.warnings())
          .first()
          .asString()
          .contains("cannot connect to the broker", Sources.CONNECTION, "check user, password");
      assertThat(lines.all()).noneMatch(line -> line.contains("wrong-secret"));
    }
  }

  @Test
  void the_right_password_opens() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.startIn(folder, "hub", "right-one");
        PahoSource source =
            Sources.connect(
                Sources.withUser(Sources.at(mosquitto.uri()), "hub", "right-one"),
                Hand.acknowledging())) {
      assertThat(source.isConnected()).isTrue();
    }
  }

  @Test
  void the_address_is_told_without_what_somebody_wrote_into_it() throws Exception {
    try (LogLines lines = new LogLines();
        ScriptedBroker broker = new ScriptedBroker(136, 1);
        PahoSource source =
            Sources.start(Sources.at(withSecret(broker.uri())), Hand.acknowledging())) {
      await().until(() -> !lines.warnings().isEmpty());

      assertThat(source.isConnected()).isFalse();
      assertThat(lines.warnings().getFirst())
          .contains("broker=" + broker.uri(), "Server unavailable");
      assertThat(lines.all()).noneMatch(line -> line.contains("hidden"));
    }
  }

  private static URI withSecret(URI uri) {
    return URI.create("tcp://hub:hidden@" + uri.getAuthority() + "/?token=hidden");
  }

  @Test
  void a_refused_subscription_does_not_count_as_connected() throws Exception {
    Hand hand = Hand.acknowledging();
    try (LogLines lines = new LogLines();
        ScriptedBroker broker = new ScriptedBroker(0, 0x87);
        PahoSource source = Sources.start(Sources.at(broker.uri()), hand)) {
      await().until(() -> hand.attempts() >= 3);

      assertThat(source.isConnected()).isFalse();
      assertThat(lines.warnings().getFirst()).contains(Sources.FILTER, "is refused", "may read");
    }
  }

  @Test
  void a_subscription_granted_for_less_than_at_least_once_is_told() throws Exception {
    try (LogLines lines = new LogLines();
        ScriptedBroker broker = new ScriptedBroker(0, 0);
        PahoSource source = Sources.connect(Sources.at(broker.uri()), Hand.acknowledging())) {
      assertThat(source.isConnected()).isTrue();
      assertThat(lines.warnings()).singleElement().asString().contains("QoS 0 only");
    }
  }

  @Test
  void a_second_hub_under_the_same_client_id_is_named_as_the_cause() throws Exception {
    Hand hand = Hand.acknowledging();
    try (LogLines lines = new LogLines();
        ScriptedBroker broker = new ScriptedBroker(0, 1);
        PahoSource source = Sources.connect(Sources.at(broker.uri()), hand)) {
      broker.disconnect(0x8E);
      await().until(() -> hand.attempts() == 2);

      assertThat(source.connection()).isEqualTo(Sources.CONNECTION);
      assertThat(lines.warnings().getFirst()).contains("same client_id", "second hub");
    }
  }

  @Test
  void a_broker_that_forgot_the_session_is_told() throws Exception {
    Hand hand = Hand.acknowledging();
    try (LogLines lines = new LogLines();
        ScriptedBroker broker = new ScriptedBroker(0, 1);
        PahoSource source = Sources.connect(Sources.at(broker.uri()), hand)) {
      broker.hangUp();
      await().until(() -> hand.attempts() == 2);
      Sources.awaitConnected(source);

      await()
          .until(() -> lines.warnings().stream().anyMatch(line -> line.contains("has forgotten")));
    }
  }

  @Test
  void the_same_trouble_again_and_again_is_told_every_tenth_time_only() throws Exception {
    Hand hand = Hand.acknowledging();
    try (LogLines lines = new LogLines();
        ScriptedBroker broker = new ScriptedBroker(136, 1);
        PahoSource source = Sources.start(Sources.at(broker.uri()), hand)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> hand.attempts() >= 21);

      assertThat(source.isConnected()).isFalse();
      assertThat(lines.warnings())
          .extracting(line -> line.replaceAll(".*(attempts=\\d+).*", "$1"))
          .containsExactly("attempts=1", "attempts=10", "attempts=20");
    }
  }
}
