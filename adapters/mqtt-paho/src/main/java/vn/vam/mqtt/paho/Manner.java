package vn.vam.mqtt.paho;

import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;

/** What one kind of connection does otherwise than another. One of it serves one connection. */
interface Manner {
  /** What it says of its session at CONNECT. */
  void introduce(MqttConnectionOptions options);

  List<MqttSubscription> subscriptions();

  /** Every filter is granted. */
  void arrive(PahoClient client) throws MqttException;

  /**
   * On the thread that reads: must not wait.
   *
   * @return whether the message was meant for the connection itself
   */
  boolean takes(PahoClient client, String topic, MqttMessage message);

  /** What is said before the goodbye. */
  void depart(PahoClient client) throws MqttException;
}
