package vn.vam.app.deployment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A device with an account at the broker; every message has a connection of its own. */
record FieldDevice(String name, String password, URI broker) {
  private static final long TO_ANSWER_MS = 20_000;

  FieldDevice withPassword(String other) {
    return new FieldDevice(name, other, broker);
  }

  String topic() {
    return "vam/v1/salinity/" + name;
  }

  /** The reason code of the broker's PUBACK at QoS 1; 0x80 and above refuse. */
  int publish(String topic, String payload) {
    return publishAs("probe-" + UUID.randomUUID(), topic, payload);
  }

  int publishAs(String clientId, String topic, String payload) {
    try (Line line = Line.open(this, clientId)) {
      return line.publish(topic, payload);
    } catch (MqttException failure) {
      throw new AssertionError("no answer from " + broker, failure);
    }
  }

  /** The reason code with which the broker refuses the connection, 0 when it does not. */
  int connect() {
    try (Line line = Line.open(this, "probe-" + UUID.randomUUID())) {
      return 0;
    } catch (MqttException refused) {
      return refused.getReasonCode();
    }
  }

  /** A connection while it lasts. */
  record Line(MqttAsyncClient client) implements AutoCloseable {
    static Line open(FieldDevice device, String clientId) throws MqttException {
      Line line =
          new Line(
              new MqttAsyncClient(device.broker.toString(), clientId, new MemoryPersistence()));
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setAutomaticReconnect(false);
      options.setUserName(device.name);
      options.setPassword(device.password.getBytes(StandardCharsets.UTF_8));
      try {
        line.client.connect(options).waitForCompletion(TO_ANSWER_MS);
        return line;
      } catch (MqttException refused) {
        line.close();
        throw refused;
      }
    }

    int publish(String topic, String payload) throws MqttException {
      MqttMessage message =
          new MqttMessage(payload.getBytes(StandardCharsets.UTF_8), 1, false, null);
      IMqttToken token = client.publish(topic, message);
      token.waitForCompletion(TO_ANSWER_MS);
      return token.getReasonCodes()[0];
    }

    @Override
    public void close() throws MqttException {
      client.disconnectForcibly(0, 1_000, client.isConnected());
      client.close(true);
    }
  }
}
