package vn.vam.mqtt.paho;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
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
import vn.vam.core.message.MessageSource.Acknowledgement;
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
  private static final int FIRST_REFUSAL = 0x80;
  private static final int ONLY_TO_NEW_SUBSCRIPTIONS = 1;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Longer than the above, so that an attempt is over when it is given up. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final PahoConfig config;
  private final Clock clock;
  private final Receiver receiver;
  private final PahoClient client;
  private final CountDownLatch lost = new CountDownLatch(1);
  private final Object fence = new Object();
  private boolean fenced;
  private int unacknowledged;
  private volatile boolean subscribed;
  private volatile String whyLost = "unknown";

  PahoConnection(PahoConfig config, Clock clock, Receiver receiver) throws ConnectionFailed {
    this.config = config;
    this.clock = clock;
    this.receiver = receiver;
    try {
      client = new PahoClient(config.address(), config.clientId());
    } catch (MqttException failure) {
      throw new ConnectionFailed(failure);
    }
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
      IMqttToken granted = client.subscribe(subscriptions());
      granted.waitForCompletion(ANSWER_TIMEOUT.toMillis());
      checkGranted(granted.getReasonCodes());
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
                .formatted(config.filters().get(i), ConnectionFailed.reason(codes[i])));
      }
      if (codes[i] < AT_LEAST_ONCE) {
        log.warn(
            "the broker grants QoS 0 only: what it sends while the hub is away is lost, connection={} filter={}",
            config.connection(),
            config.filters().get(i));
      }
    }
  }

  private MqttConnectionOptions options() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(config.sessionExpiry().toSeconds());
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
   * From any thread but the connection's own: says goodbye, so that the broker keeps the session
   * and what was not acknowledged, or gives up where nobody answers yet.
   */
  void leave() {
    try {
      if (client.isConnected()) {
        client.sayGoodbye();
      } else {
        client.giveUp();
      }
    } catch (MqttException | IOException gone) {
      log.debug("there was nobody to say goodbye to, connection={}", config.connection());
    }
    lost.countDown();
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    if (message.getQos() > 0 && !awaitRoom()) {
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
    receiver.arrived(new Arrival(raw, new Once(message.getId(), message.getQos())));
  }

  /**
   * A broker that keeps to the receive maximum never waits here. Mosquitto 2.0.11 does not: each
   * acknowledgement of its oldest message lets as many more out as the maximum says.
   *
   * @return false where the message comes again over the next connection
   */
  private boolean awaitRoom() {
    synchronized (fence) {
      try {
        while (!fenced && unacknowledged >= config.receiveMaximum()) {
          fence.wait();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
      unacknowledged++;
      return !fenced;
    }
  }

  /** A second acknowledgement could confirm another message under the same packet identifier. */
  private final class Once implements Acknowledgement {
    private final int packet;
    private final int qos;
    private boolean done;

    Once(int packet, int qos) {
      this.packet = packet;
      this.qos = qos;
    }

    @Override
    public void acknowledge() {
      synchronized (fence) {
        if (!done && !fenced) {
          done = true;
          send();
          makeRoom();
        }
      }
    }

    private void makeRoom() {
      if (qos > 0) {
        unacknowledged--;
        fence.notifyAll();
      }
    }

    private void send() {
      try {
        client.messageArrivedComplete(packet, qos);
      } catch (MqttException gone) {
        log.debug("too late to acknowledge, connection={}", config.connection());
      }
    }
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

  /** Ends all threads; acknowledgements do nothing from now on. */
  @Override
  public void close() {
    synchronized (fence) {
      fenced = true;
      fence.notifyAll();
    }
    try {
      client.end();
    } catch (MqttException failure) {
      log.warn(
          "a connection did not end cleanly, connection={} reason={}",
          config.connection(),
          failure.getMessage());
    }
  }
}
