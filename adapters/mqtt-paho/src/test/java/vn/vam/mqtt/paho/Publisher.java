package vn.vam.mqtt.paho;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A device: each call returns when the broker has confirmed. */
final class Publisher implements AutoCloseable {
  private final MqttClient client;

  Publisher(URI broker) throws MqttException {
    client =
        new MqttClient(broker.toString(), "device-" + UUID.randomUUID(), new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    client.connect(options);
  }

  void publish(String topic, String text) throws MqttException {
    publish(topic, message(text, 1));
  }

  void publish(String topic, MqttMessage message) throws MqttException {
    client.publish(topic, message);
  }

  /** The texts are the numbers. */
  void publishNumbers(String topic, int from, int below) throws MqttException {
    for (int number : IntStream.range(from, below).toArray()) {
      publish(topic, Integer.toString(number));
    }
  }

  static MqttMessage message(String text, int qos) {
    MqttMessage message = new MqttMessage(text.getBytes(StandardCharsets.UTF_8));
    message.setQos(qos);
    return message;
  }

  static MqttMessage retained(String text) {
    MqttMessage message = message(text, 1);
    message.setRetained(true);
    return message;
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(0, 1_000, true);
    client.close(true);
  }
}
