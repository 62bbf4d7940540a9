package vn.vam.app.endtoend;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Of all a client may be told, the messages. */
record Hearing(Ear ear) implements MqttCallback {
  interface Ear {
    void hear(String topic, byte[] payload) throws MqttException;
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) throws MqttException {
    ear.hear(topic, message.getPayload());
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {}

  @Override
  public void mqttErrorOccurred(MqttException failure) {}

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String broker) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
