package vn.vam.mqtt.paho;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
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
  private static final int AT_MOST_ONCE = 0;
  private static final int FIRST_REFUSAL = 0x80;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Longer than the above, so that an attempt is over when it is given up. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final PahoConfig config;
  private final Clock clock;
  private final Receiver receiver;
  private final Manner manner;
  private final List<MqttSubscription> subscriptions;
  private final PahoClient client;
  private final Window window;
  private final CountDownLatch lost = new CountDownLatch(1);
  private final Object ending = new Object();
  private boolean ended;
  private volatile boolean subscribed;
  private volatile String whyLost = "unknown";

  PahoConnection(PahoConfig config, Manner manner, Clock clock, Receiver receiver)
      throws ConnectionFailed {
    this.config = config;
    this.manner = manner;
    this.subscriptions = manner.subscriptions();
    this.clock = clock;
    this.receiver = receiver;
    try {
      client = new PahoClient(config.address(), config.clientId());
    } catch (MqttException failure) {
      throw new ConnectionFailed(failure);
    }
    window = new Window(config, client);
    client.setCallback(this);
  }

  /**
   * Returns when the broker has granted every filter.
   *
   * @return whether the broker still knew the session and so kept what was sent meanwhile
   */
  boolean open() throws ConnectionFailed {
    receiver.connecting(config.connection());
    try {
      IMqttToken connected = client.connect(options());
      connected.waitForCompletion(ANSWER_TIMEOUT.toMillis());
      IMqttToken granted = client.subscribe(subscriptions.toArray(MqttSubscription[]::new));
      granted.waitForCompletion(ANSWER_TIMEOUT.toMillis());
      checkGranted(granted.getReasonCodes());
      manner.arrive(client);
      subscribed = true;
      return connected.getSessionPresent();
    } catch (MqttException failure) {
      throw new ConnectionFailed(failure);
    }
  }

  private void checkGranted(int[] codes) throws ConnectionFailed {
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] >= FIRST_REFUSAL) {
        throw new ConnectionFailed(
            "the filter %s is refused: %s"
                .formatted(subscriptions.get(i).getTopic(), ConnectionFailed.reason(codes[i])));
      }
      if (codes[i] < subscriptions.get(i).getQos()) {
        log.warn(
            "the broker grants QoS 0 only: what it sends while the hub is away is lost, connection={} filter={}",
            config.connection(),
            subscriptions.get(i).getTopic());
      }
    }
  }

  private MqttConnectionOptions options() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    manner.introduce(options);
    options.setReceiveMaximum(config.receiveMaximum());
    options.setMaximumPacketSize((long) config.maximumPacket());
    options.setKeepAliveInterval(config.pingSeconds());
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout((int) CONNECT_TIMEOUT.toSeconds());
    config.user().ifPresent(options::setUserName);
    config
        .password()
        .ifPresent(
            password -> options.setPassword(password.reveal().getBytes(StandardCharsets.UTF_8)));
    return options;
  }

  /** Whether messages can arrive: connected, and every filter granted. */
  boolean isReceiving() {
    return subscribed && client.isConnected();
  }

  /**
   * Paho does not promise to tell of every end, so it is also asked.
   *
   * @return why the connection was lost
   */
  String awaitLost() throws InterruptedException {
    while (client.isConnected() && !lost.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
      log.trace("still connected");
    }
    return whyLost;
  }

  /**
   * At QoS 0; does not wait.
   *
   * @return false where nobody is connected, or the broker takes no more just now
   */
  boolean publish(String topic, byte[] payload) {
    try {
      client.publish(topic, payload, AT_MOST_ONCE, false);
      return true;
    } catch (MqttException gone) {
      log.debug("too late to publish, connection={}", config.connection());
      return false;
    }
  }

  /**
   * From any thread but the connection's own: says goodbye, so that the broker keeps the session
   * and what was not acknowledged, or gives up where nobody answers yet. The client is not ended
   * meanwhile, though it counts as lost from the first word of the goodbye.
   */
  void leave() {
    synchronized (ending) {
      try {
        if (!ended) {
          sayGoodbye();
        }
      } finally {
        lost.countDown();
      }
    }
  }

  private void sayGoodbye() {
    try {
      if (client.isConnected()) {
        manner.depart(client);
        client.sayGoodbye();
      } else {
        client.giveUp();
      }
    } catch (MqttException | IOException gone) {
      log.debug("there was nobody to say goodbye to, connection={}", config.connection());
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    if (manner.takes(client, topic, message)) {
      return;
    }
    if (message.getQos() > 0 && !window.awaitRoom()) {
      return;
    }
    RawMessage raw =
        new RawMessage(
            config.source(),
            config.connection(),
            topic,
            Payload.of(message.getPayload()),
            message.isRetained(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    receiver.arrived(new Arrival(raw, window.acknowledgement(message.getId(), message.getQos())));
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    whyLost = ConnectionFailed.reason(response);
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
    log.trace("delivered");
  }

  @Override
  public void connectComplete(boolean reconnect, String broker) {
    log.trace("connected");
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    log.trace("no enhanced authentication is offered");
  }

  /** Ends all threads; acknowledgements do nothing from now on. */
  @Override
  public void close() {
    window.fence();
    synchronized (ending) {
      end();
    }
  }

  private void end() {
    try {
      if (!ended) {
        ended = true;
        client.end();
      }
    } catch (MqttException failure) {
      log.warn(
          "a connection did not end cleanly, connection={} reason={}",
          config.connection(),
          failure.getMessage());
    }
  }
}
