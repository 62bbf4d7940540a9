package vn.vam.mqtt.paho;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A host application of Sparkplug 3.0: a new session each time, data at QoS 0, and its own {@code
 * STATE}, kept by the broker, by which edge nodes know whether it is there. The will, what is said
 * after subscribing and every repetition bear the time of the CONNECT.
 */
final class SparkplugHost implements Manner {
  private static final Logger log = LoggerFactory.getLogger(SparkplugHost.class);
  private static final int AT_MOST_ONCE = 0;
  private static final int AT_LEAST_ONCE = 1;
  private static final long GOODBYE = 1_000;
  private static final Pattern OFFLINE = Pattern.compile("\"online\"\\s*:\\s*false");

  private final PahoConfig config;
  private final String topic;
  private final Clock clock;
  private final long connectedAt;
  private volatile boolean isThere;

  /**
   * @param clock tells the time of the CONNECT, which is now
   */
  SparkplugHost(PahoConfig config, String hostId, Clock clock) {
    this.config = config;
    this.topic = "spBv1.0/STATE/" + hostId;
    this.clock = clock;
    this.connectedAt = clock.millis();
  }

  @Override
  public void introduce(MqttConnectionOptions options) {
    options.setCleanStart(true);
    options.setSessionExpiryInterval(0L);
    options.setWill(topic, state(false, connectedAt));
  }

  @Override
  public List<MqttSubscription> subscriptions() {
    return Stream.concat(
            Stream.of(new MqttSubscription(topic, AT_LEAST_ONCE)),
            config.filters().stream().map(SparkplugHost::data))
        .toList();
  }

  /** Its own commands to nodes are not sent back to it. */
  private static MqttSubscription data(String filter) {
    MqttSubscription subscription = new MqttSubscription(filter, AT_MOST_ONCE);
    subscription.setNoLocal(true);
    return subscription;
  }

  @Override
  public void arrive(PahoClient client) throws MqttException {
    isThere = true;
    client.publish(topic, state(true, connectedAt));
  }

  /** Whoever says that this host is gone is contradicted. */
  @Override
  public boolean takes(PahoClient client, String where, MqttMessage message) {
    if (!where.equals(topic)) {
      return false;
    }
    try {
      client.messageArrivedComplete(message.getId(), message.getQos());
      if (isThere && saysOffline(message)) {
        client.publish(topic, state(true, connectedAt));
      }
    } catch (MqttException gone) {
      log.debug("too late to say that the host is there, connection={}", config.connection());
    }
    return true;
  }

  private static boolean saysOffline(MqttMessage message) {
    return OFFLINE.matcher(new String(message.getPayload(), StandardCharsets.UTF_8)).find();
  }

  @Override
  public void depart(PahoClient client) throws MqttException {
    if (isThere) {
      isThere = false;
      client.publish(topic, state(false, clock.millis())).waitForCompletion(GOODBYE);
    }
  }

  private static MqttMessage state(boolean online, long timestamp) {
    MqttMessage message =
        new MqttMessage(
            "{\"online\":%b,\"timestamp\":%d}"
                .formatted(online, timestamp)
                .getBytes(StandardCharsets.UTF_8));
    message.setQos(AT_LEAST_ONCE);
    message.setRetained(true);
    return message;
  }
}
