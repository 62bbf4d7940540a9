package vn.vam.sim.fleet;

import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Hears everything the fleet says. */
final class Listener implements MqttCallback, AutoCloseable {

  private final Queue<String> topics = new ConcurrentLinkedQueue<>();
  private final MqttClient client;

  Listener(URI broker) throws MqttException {
    client = new MqttClient(broker.toString(), "listener", new MemoryPersistence());
    client.setCallback(this);
    client.connect();
    client.subscribe("#", 1);
  }

  Queue<String> topics() {
    return topics;
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    topics.add(topic);
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect();
    }
    client.close(true);
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {}

  @Override
  public void mqttErrorOccurred(MqttException problem) {}

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String uri) {}

  @Override
  public void authPacketArrived(int reason, MqttProperties properties) {}
}
