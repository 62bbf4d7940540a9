package vn.vam.mqtt.artemis;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Connects as the hub does: session kept, QoS 1, acknowledgements by hand. */
final class Subscriber implements MqttCallback, AutoCloseable {
  static final String FILTER = "vam/v1/salinity/+";
  private static final long ANSWER = 20_000;

  private final MqttAsyncClient client;
  private final List<MqttMessage> arrived = new CopyOnWriteArrayList<>();
  private final boolean acknowledges;
  private volatile boolean lost;

  private Subscriber(URI broker, String clientId, boolean acknowledges) throws MqttException {
    this.acknowledges = acknowledges;
    client = new MqttAsyncClient(broker.toString(), clientId, new MemoryPersistence());
    client.setManualAcks(true);
    client.setCallback(this);
  }

  static Subscriber connect(URI broker, String clientId, int receiveMaximum, boolean acknowledges)
      throws MqttException {
    Subscriber subscriber = new Subscriber(broker, clientId, acknowledges);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(86_400L);
    options.setReceiveMaximum(receiveMaximum);
    subscriber.client.connect(options).waitForCompletion(ANSWER);
    subscriber.subscribe(FILTER);
    return subscriber;
  }

  void subscribe(String filter) throws MqttException {
    MqttSubscription subscription = new MqttSubscription(filter, 1);
    subscription.setRetainHandling(1);
    client.subscribe(new MqttSubscription[] {subscription}).waitForCompletion(ANSWER);
  }

  /** A question the broker answers after everything that was sent to it before. */
  void awaitHeard() throws MqttException {
    subscribe(FILTER);
  }

  /** Acknowledges at once. */
  static Subscriber acknowledging(URI broker, String clientId) throws MqttException {
    return connect(broker, clientId, 1_000, true);
  }

  /** Acknowledges what the test says. */
  static Subscriber holding(URI broker, String clientId) throws MqttException {
    return connect(broker, clientId, 1_000, false);
  }

  boolean isLost() {
    return lost;
  }

  int count() {
    return arrived.size();
  }

  List<String> texts() {
    return arrived.stream()
        .map(message -> new String(message.getPayload(), StandardCharsets.UTF_8))
        .toList();
  }

  List<Boolean> retained() {
    return arrived.stream().map(MqttMessage::isRetained).toList();
  }

  void acknowledge(int index) throws MqttException {
    acknowledge(arrived.get(index));
  }

  private void acknowledge(MqttMessage message) throws MqttException {
    client.messageArrivedComplete(message.getId(), message.getQos());
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) throws MqttException {
    if (acknowledges) {
      acknowledge(message);
    }
    arrived.add(message);
  }

  /** Without a word: the broker has to notice. */
  void vanish() throws MqttException {
    client.disconnectForcibly(0, 0, false);
    client.close(true);
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect(1_000).waitForCompletion(ANSWER);
    }
    client.close(true);
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    lost = true;
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    throw new AssertionError(exception);
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    throw new AssertionError("nothing is published here");
  }

  @Override
  public void connectComplete(boolean reconnect, String broker) {
    lost = false;
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    throw new AssertionError("no enhanced authentication is offered");
  }
}
