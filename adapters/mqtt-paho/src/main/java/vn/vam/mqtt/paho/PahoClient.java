package vn.vam.mqtt.paho;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/** Paho's client, made to end completely whatever state it is in. */
final class PahoClient extends MqttAsyncClient {
  /**
   * Paho writes to java.util.logging besides throwing the same as exceptions. Kept here because a
   * logger that nobody holds forgets its level.
   */
  private static final Logger PAHO = Logger.getLogger("org.eclipse.paho");

  private static final long QUIESCE = 1_000;
  private static final long GOODBYE = 3_000;

  static {
    PAHO.setLevel(Level.OFF);
  }

  private volatile @Nullable SpeaksFirst network;

  PahoClient(String broker, String clientId) throws MqttException {
    super(broker, clientId, new MemoryPersistence());
    setManualAcks(true);
  }

  @Override
  protected NetworkModule[] createNetworkModules(String address, MqttConnectionOptions options)
      throws MqttException {
    NetworkModule[] modules = super.createNetworkModules(address, options);
    SpeaksFirst speaksFirst = new SpeaksFirst(modules[0]);
    network = speaksFirst;
    return new NetworkModule[] {speaksFirst};
  }

  /** Sends the acknowledgements made so far and says goodbye; the broker keeps the session. */
  void sayGoodbye() throws MqttException {
    disconnect(QUIESCE).waitForCompletion(GOODBYE);
  }

  /** Makes an attempt to connect fail at once. */
  void giveUp() throws IOException {
    SpeaksFirst started = network;
    if (started != null) {
      started.stop();
    }
  }

  /**
   * Ends the threads in whatever state they are. Not followed by {@link #close()}: that takes away
   * what the thread that reads may still be using, and frees nothing that is not freed anyway.
   */
  void end() throws MqttException {
    disconnectForcibly(0, 0, false);
  }
}
