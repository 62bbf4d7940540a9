package vn.vam.mqtt.paho;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.message.MessageSource.Arrival;
import vn.vam.core.message.MessageSource.Receiver;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;

/**
 * One generation of a connection, used once. An acknowledgement belongs to the client it came from:
 * a late one cannot confirm another message under a reused packet identifier.
 */
final class PahoConnection implements MqttCallback, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PahoConnection.class);
  private static final int AT_LEAST_ONCE = 1;
  private static final int ONLY_TO_NEW_SUBSCRIPTIONS = 1;
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  private final PahoConfig config;
  private final Clock clock;
  private final Receiver receiver;
  private final MqttAsyncClient client;
  private final CountDownLatch lost = new CountDownLatch(1);

  PahoConnection(PahoConfig config, Clock clock, Receiver receiver) throws MqttException {
    this.config = config;
    this.clock = clock;
    this.receiver = receiver;
    client =
        new MqttAsyncClient(config.broker().toString(), config.clientId(), new MemoryPersistence());
    client.setManualAcks(true);
    client.setCallback(this);
  }

  void open() throws MqttException {
    receiver.connecting(config.connection());
    client.connect(options()).waitForCompletion(ANSWER_TIMEOUT.toMillis());
    client.subscribe(subscriptions()).waitForCompletion(ANSWER_TIMEOUT.toMillis());
  }

  private MqttConnectionOptions options() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(config.sessionExpiry().toSeconds());
    options.setReceiveMaximum(config.receiveMaximum());
    options.setMaximumPacketSize((long) config.maximumPacket());
    options.setKeepAliveInterval((int) config.keepAlive().toSeconds());
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout((int) ANSWER_TIMEOUT.toSeconds());
    config.user().ifPresent(options::setUserName);
    config
        .password()
        .ifPresent(
            password -> options.setPassword(password.reveal().getBytes(StandardCharsets.UTF_8)));
    return options;
  }

  private MqttSubscription[] subscriptions() {
    return config.filters().stream()
        .map(
            filter -> {
              MqttSubscription subscription = new MqttSubscription(filter, AT_LEAST_ONCE);
              subscription.setRetainHandling(ONLY_TO_NEW_SUBSCRIPTIONS);
              return subscription;
            })
        .toArray(MqttSubscription[]::new);
  }

  boolean isConnected() {
    return client.isConnected();
  }

  void awaitLost() throws InterruptedException {
    lost.await();
  }

  /** Says goodbye: the broker keeps the session and what was not acknowledged. */
  void leave() {
    try {
      client.disconnect().waitForCompletion(ANSWER_TIMEOUT.toMillis());
    } catch (MqttException gone) {
      log.debug("there was nobody to say goodbye to, connection={}", config.connection());
    }
    lost.countDown();
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    RawMessage raw =
        new RawMessage(
            config.source(),
            config.connection(),
            topic,
            Payload.of(message.getPayload()),
            message.isRetained(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    int packet = message.getId();
    int qos = message.getQos();
    receiver.arrived(new Arrival(raw, () -> acknowledge(packet, qos)));
  }

  private void acknowledge(int packet, int qos) {
    try {
      client.messageArrivedComplete(packet, qos);
    } catch (MqttException gone) {
      log.debug("too late to acknowledge, connection={}", config.connection());
    }
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    lost.countDown();
  }

  @Override
  public void mqttErrorOccurred(MqttException failure) {
    log.warn(
        "the broker connection reports an error, connection={} reason={}",
        config.connection(),
        failure.getMessage());
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    log.trace("nothing is published here");
  }

  @Override
  public void connectComplete(boolean reconnect, String broker) {
    log.trace("connected");
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    log.trace("no enhanced authentication is offered");
  }

  @Override
  public void close() throws MqttException {
    try {
      if (client.isConnected()) {
        client.disconnectForcibly(0, 1_000, false);
      }
    } finally {
      client.close(true);
    }
  }
}
