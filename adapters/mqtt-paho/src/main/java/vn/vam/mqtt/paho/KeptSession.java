package vn.vam.mqtt.paho;

import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;

/** The broker keeps what is sent while the hub is away. */
record KeptSession(PahoConfig config) implements Manner {
  private static final int AT_LEAST_ONCE = 1;
  private static final int ONLY_TO_NEW_SUBSCRIPTIONS = 1;

  @Override
  public void introduce(MqttConnectionOptions options) {
    options.setCleanStart(false);
    options.setSessionExpiryInterval(config.sessionExpiry().toSeconds());
  }

  @Override
  public List<MqttSubscription> subscriptions() {
    return config.filters().stream().map(KeptSession::subscription).toList();
  }

  private static MqttSubscription subscription(String filter) {
    MqttSubscription subscription = new MqttSubscription(filter, AT_LEAST_ONCE);
    subscription.setRetainHandling(ONLY_TO_NEW_SUBSCRIPTIONS);
    return subscription;
  }

  @Override
  public void arrive(PahoClient client) {
    // Nobody is told.
  }

  @Override
  public boolean takes(PahoClient client, String topic, MqttMessage message) {
    return false;
  }

  @Override
  public void depart(PahoClient client) {
    // Nobody is told.
  }
}
