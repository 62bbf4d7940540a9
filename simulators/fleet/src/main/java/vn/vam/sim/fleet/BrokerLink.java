package vn.vam.sim.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker, from its opening to its loss; never reused, because what a client
 * keeps from an earlier connection is where duplicates and leaked threads come from.
 */
final class BrokerLink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);

  /** Below the receive maximum of 20 that small brokers announce. */
  private static final int IN_FLIGHT = 16;

  private static final int CONNECT_S = 5;
  private static final int KEEP_ALIVE_S = 15;
  private static final long GLANCE_MS = 100;
  private static final int ACKNOWLEDGE_GLANCES = 100;
  private static final long GOODBYE_MS = 2_000;

  private final MqttAsyncClient client;
  private final Semaphore room = new Semaphore(IN_FLIGHT);
  private final Queue<Pending> unacknowledged = new ConcurrentLinkedQueue<>();
  private volatile boolean proven;

  private BrokerLink(MqttAsyncClient client) {
    this.client = client;
  }

  static BrokerLink open(FleetConfig config) throws MqttException {
    String id = "vam-fleet-" + UUID.randomUUID().toString().substring(0, 8);
    BrokerLink link =
        new BrokerLink(
            new MqttAsyncClient(config.broker().toString(), id, new MemoryPersistence()));
    try {
      link.client.connect(options(config)).waitForCompletion(CONNECT_S * 1_000L);
      return link;
    } catch (MqttException e) {
      link.close();
      throw e;
    }
  }

  /** Waits while the broker owes too many acknowledgements. */
  void send(Pending pending) throws MqttException, InterruptedException {
    unacknowledged.add(pending);
    awaitRoom();
    Message message = pending.message();
    client.publish(message.topic(), message.bytes(), 1, false, pending, new Receipt(this));
  }

  private void awaitRoom() throws MqttException, InterruptedException {
    for (int glances = 0; glances < ACKNOWLEDGE_GLANCES && alive(); glances++) {
      if (room.tryAcquire(GLANCE_MS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    throw new MqttException(MqttClientException.REASON_CODE_CLIENT_TIMEOUT);
  }

  void acknowledged(Pending pending, int reasonCode) {
    if (unacknowledged.remove(pending)) {
      settle(pending, reasonCode);
      proven = true;
      room.release();
    }
  }

  boolean alive() {
    return client.isConnected();
  }

  boolean idle() {
    return unacknowledged.isEmpty();
  }

  /** Whether this connection carried anything, so that the next may be tried without delay. */
  boolean proven() {
    return proven;
  }

  /** In the order of sending. */
  Collection<Pending> unacknowledged() {
    return unacknowledged;
  }

  @Override
  public void close() {
    quietly(() -> client.disconnect(0).waitForCompletion(GOODBYE_MS), alive());
    quietly(() -> client.disconnectForcibly(0, 0, false), alive());
    quietly(() -> client.close(true), true);
  }

  /** From 0x80 on a reason code is a refusal. */
  private static void settle(Pending pending, int reasonCode) {
    if (reasonCode >= 0x80) {
      pending.dropped("the broker refused it: reason code " + reasonCode);
    } else {
      pending.acknowledged();
    }
  }

  private static MqttConnectionOptions options(FleetConfig config) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(CONNECT_S);
    options.setKeepAliveInterval(KEEP_ALIVE_S);
    Credentials credentials = config.credentials();
    if (credentials != null) {
      options.setUserName(credentials.user());
      options.setPassword(credentials.password().value().getBytes(StandardCharsets.UTF_8));
    }
    return options;
  }

  private interface Step {
    void run() throws MqttException;
  }

  private static void quietly(Step step, boolean needed) {
    try {
      if (needed) {
        step.run();
      }
    } catch (MqttException e) {
      LOG.debug("leaving a broken connection reason={}", e.getReasonCode());
    }
  }
}
