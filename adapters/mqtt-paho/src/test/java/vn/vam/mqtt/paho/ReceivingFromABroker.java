package vn.vam.mqtt.paho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vam.mqtt.paho.Publisher.message;
import static vn.vam.mqtt.paho.Publisher.retained;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;

class ReceivingFromABroker {
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
  void a_message_comes_with_its_topic_its_bytes_and_where_it_came_from() throws Exception {
    Hand hand = Hand.acknowledging();
    Instant before = Instant.now().minusMillis(1);
    try (PahoSource source = Sources.connect(Sources.at(mosquitto.uri()), hand);
        Publisher device = new Publisher(mosquitto.uri())) {
      device.publish(Sources.TOPIC, "độ mặn 4,2");

      await().until(() -> hand.count() == 1);
      RawMessage message = hand.get(0).message();
      assertThat(message.source()).isEqualTo(source.source()).isEqualTo("native");
      assertThat(message.connection()).isEqualTo(source.connection()).isEqualTo("native-0");
      assertThat(message.topic()).isEqualTo("vam/v1/salinity/xuan-hoa-1");
      assertThat(message.payload()).isEqualTo(Payload.ofText("độ mặn 4,2"));
      assertThat(message.retained()).isFalse();
      assertThat(message.arrivedAt()).isBetween(before, Instant.now());
    }
  }

  @Test
  void bytes_that_are_no_text_and_no_bytes_at_all_come_unchanged() throws Exception {
    Hand hand = Hand.acknowledging();
    byte[] bytes = {0, -1, (byte) 0xC3, 0x28, 10, 13};
    try (PahoSource source = Sources.connect(Sources.at(mosquitto.uri()), hand);
        Publisher device = new Publisher(mosquitto.uri())) {
      device.publish(Sources.TOPIC, new MqttMessage(bytes));
      device.publish(Sources.TOPIC, new MqttMessage(new byte[0]));

      await().until(() -> hand.count() == 2);
      assertThat(source.isConnected()).isTrue();
      assertThat(hand.messages())
          .extracting(RawMessage::payload)
          .containsExactly(Payload.of(bytes), Payload.of(new byte[0]));
    }
  }

  @Test
  void messages_of_every_quality_of_service_arrive() throws Exception {
    Hand hand = Hand.acknowledging();
    try (PahoSource source = Sources.connect(Sources.at(mosquitto.uri()), hand);
        Publisher device = new Publisher(mosquitto.uri())) {
      device.publish(Sources.TOPIC, message("at most once", 0));
      device.publish(Sources.TOPIC, message("at least once", 1));
      device.publish(Sources.TOPIC, message("exactly once", 2));

      await().until(() -> hand.count() == 3);
      assertThat(source.isConnected()).isTrue();
      assertThat(hand.texts())
          .containsExactlyInAnyOrder("at most once", "at least once", "exactly once");
    }
  }

  @Test
  void properties_a_device_may_send_along_do_no_harm() throws Exception {
    Hand hand = Hand.acknowledging();
    MqttMessage message = message("with everything", 1);
    message.setProperties(everything());
    try (PahoSource source = Sources.connect(Sources.at(mosquitto.uri()), hand);
        Publisher device = new Publisher(mosquitto.uri())) {
      device.publish(Sources.TOPIC, message);
      device.publish(Sources.TOPIC, "plain");

      await().until(() -> hand.count() == 2);
      assertThat(source.isConnected()).isTrue();
      assertThat(hand.texts()).containsExactly("with everything", "plain");
    }
  }

  private static MqttProperties everything() {
    MqttProperties properties = new MqttProperties();
    properties.setPayloadFormat(true);
    properties.setMessageExpiryInterval(4_294_967_295L);
    properties.setContentType("application/json");
    properties.setResponseTopic("vam/answers");
    properties.setCorrelationData(new byte[] {1, 2, 3});
    UserProperty same = new UserProperty("nhà máy", "trạm 1");
    properties.setUserProperties(List.of(same, same));
    return properties;
  }

  @Test
  void only_what_the_broker_had_kept_is_marked_as_retained_and_only_at_the_first_subscription()
      throws Exception {
    String topic = "vam/v1/salinity/" + UUID.randomUUID();
    PahoConfig config = Sources.at(mosquitto.uri());
    try (Publisher device = new Publisher(mosquitto.uri())) {
      device.publish(topic, retained("kept"));
      Hand first = Hand.acknowledging();
      try (PahoSource source = Sources.connect(config, first)) {
        await().until(() -> first.count() == 1);
        device.publish(topic, retained("live"));
        await().until(() -> first.count() == 2);
        assertThat(source.isConnected()).isTrue();
      }
      Hand second = Hand.acknowledging();
      try (PahoSource source = Sources.connect(config, second)) {
        device.publish(topic, "after");
        await().until(() -> second.count() == 1);
        assertThat(source.isConnected()).isTrue();
      }
      device.publish(topic, retained(""));

      assertThat(first.messages()).extracting(RawMessage::retained).containsExactly(true, false);
      assertThat(second.texts()).containsExactly("after");
    }
  }

  @Test
  void a_message_of_a_megabyte_arrives_and_those_behind_it_too() throws Exception {
    Hand hand = Hand.acknowledging();
    try (PahoSource source = Sources.connect(Sources.at(mosquitto.uri()), hand);
        Publisher device = new Publisher(mosquitto.uri())) {
      device.publish(Sources.TOPIC, "x".repeat((1 << 20) - 100));
      device.publish(Sources.TOPIC, "small");

      await().until(() -> hand.count() == 2);
      assertThat(source.isConnected()).isTrue();
      assertThat(hand.messages())
          .extracting(message -> message.payload().size())
          .containsExactly((1 << 20) - 100, 5);
    }
  }
}
