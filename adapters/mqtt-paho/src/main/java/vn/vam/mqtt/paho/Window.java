package vn.vam.mqtt.paho;

import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.message.MessageSource.Acknowledgement;

/**
 * The messages of one connection that wait for their acknowledgement. Once it is fenced no
 * acknowledgement goes out any more.
 */
final class Window {
  private static final Logger log = LoggerFactory.getLogger(Window.class);

  private final PahoConfig config;
  private final PahoClient client;
  private boolean fenced;
  private int unacknowledged;

  Window(PahoConfig config, PahoClient client) {
    this.config = config;
    this.client = client;
  }

  /**
   * A broker that keeps to the receive maximum never waits here. Mosquitto 2.0.11 does not: each
   * acknowledgement of its oldest message lets as many more out as the maximum says.
   *
   * @return false where the message comes again over the next connection
   */
  synchronized boolean awaitRoom() {
    try {
      while (!fenced && unacknowledged >= config.receiveMaximum()) {
        wait();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
    unacknowledged++;
    return !fenced;
  }

  synchronized void fence() {
    fenced = true;
    notifyAll();
  }

  Acknowledgement acknowledgement(int packet, int qos) {
    return new Once(packet, qos);
  }

  private synchronized void send(Once once) {
    if (once.done || fenced) {
      return;
    }
    once.done = true;
    try {
      client.messageArrivedComplete(once.packet, once.qos);
    } catch (MqttException gone) {
      log.debug("too late to acknowledge, connection={}", config.connection());
    }
    if (once.qos > 0) {
      unacknowledged--;
      notifyAll();
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
      send(this);
    }
  }
}
