package vn.vam.sim.fleet;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;

/** Hears of one message's acknowledgement, on Paho's callback thread. */
record Receipt(BrokerLink link) implements MqttActionListener {

  @Override
  public void onSuccess(IMqttToken token) {
    int[] reasons = token.getReasonCodes();
    link.acknowledged(
        (Pending) token.getUserContext(), reasons == null || reasons.length == 0 ? 0 : reasons[0]);
  }

  /** The connection is going; its owner sends again what is left. */
  @Override
  public void onFailure(IMqttToken token, Throwable problem) {}
}
