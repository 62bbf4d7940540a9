package vn.vam.mqtt.artemis;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A device: each call returns when the broker has confirmed. */
final class Publisher implements AutoCloseable {
  static final String TOPIC = "vam/v1/salinity/xuan-hoa-1";

  private final MqttClient client;

  Publisher(URI broker) throws MqttException {
    client =
        new MqttClient(broker.toString(), "device-" + UUID.randomUUID(), new MemoryPersistence());
    client.setTimeToWait(5_000);
    client.connect();
  }

  void publish(String text) throws MqttException {
    publish(text, 1, false);
  }

  void publish(String topic, String text) throws MqttException {
    client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, false);
  }

  void publish(String text, int qos, boolean retained) throws MqttException {
    client.publish(TOPIC, text.getBytes(StandardCharsets.UTF_8), qos, retained);
  }

  /** The texts are the numbers. */
  void publishNumbers(int from, int below) throws MqttException {
    for (int number : IntStream.range(from, below).toArray()) {
      client.publish(
          TOPIC, new MqttMessage(Integer.toString(number).getBytes(StandardCharsets.UTF_8)));
    }
  }

  boolean isConnected() {
    return client.isConnected();
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnectForcibly(0, 1_000, true);
    }
    client.close(true);
  }
}
