package vn.vam.app.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import vn.vam.testing.SparkplugBody;

/**
 * An edge node of Sparkplug B with one probe behind it. It numbers its messages, sends its data by
 * alias, and answers a request for a rebirth.
 */
final class EdgeNode implements AutoCloseable {
  private static final long PATIENCE = 10_000;
  private static final int NUMBERS = 256;
  private static final int ALIAS = 1;
  private static final String PROBE = "/probe-1";

  private final MqttAsyncClient client;
  private final String name;
  private final int bdSeq;
  private int seq;
  private final AtomicInteger rebirths = new AtomicInteger();
  private final List<String> states = new CopyOnWriteArrayList<>();
  private double value;

  private EdgeNode(int brokerPort, String name, int bdSeq) throws MqttException {
    this.name = name;
    this.bdSeq = bdSeq;
    client = new MqttAsyncClient("tcp://127.0.0.1:" + brokerPort, name, new MemoryPersistence());
    client.setCallback(new Hearing(this::heard));
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setWill(topic("NDEATH", ""), new MqttMessage(now().bdSeq(bdSeq).bytes()));
    done(client.connect(options));
    done(client.subscribe(new MqttSubscription(topic("NCMD", ""), 1)));
    done(client.subscribe(new MqttSubscription("spBv1.0/STATE/+", 1)));
  }

  static EdgeNode connect(int brokerPort, String name, int bdSeq) throws MqttException {
    return new EdgeNode(brokerPort, name, bdSeq);
  }

  private static void done(IMqttToken token) throws MqttException {
    token.waitForCompletion(PATIENCE);
  }

  private synchronized void heard(String topic, byte[] payload) throws MqttException {
    String text = new String(payload, StandardCharsets.UTF_8);
    if (topic.startsWith("spBv1.0/STATE/")) {
      states.add(text);
    } else if (text.contains("Node Control/Rebirth")) {
      beBorn(value);
      rebirths.incrementAndGet();
    }
  }

  /** The node, and its probe with this value. */
  synchronized void beBorn(double first) throws MqttException {
    value = first;
    seq = 0;
    publish("NBIRTH", "", now().bdSeq(bdSeq).seq(number()));
    publish("DBIRTH", PROBE, now().announces("salinity_gl", ALIAS, first).seq(number()));
  }

  synchronized void measures(double next) throws MqttException {
    value = next;
    publish("DDATA", PROBE, now().by(ALIAS, next).seq(number()));
  }

  /** What it had measured while its connection was down. */
  synchronized void remembers(double past, Instant at) throws MqttException {
    publish("DDATA", PROBE, now().historical(ALIAS, past, at.toEpochMilli()).seq(number()));
  }

  /** A message is sent and arrives nowhere. */
  synchronized void losesAMessage() {
    number();
  }

  int rebirthsAskedFor() {
    return rebirths.get();
  }

  /** What hosts have said of themselves, as it came. */
  List<String> states() {
    return List.copyOf(states);
  }

  private int number() {
    return seq++ % NUMBERS;
  }

  private static SparkplugBody now() {
    return SparkplugBody.at(System.currentTimeMillis());
  }

  private void publish(String type, String device, byte[] payload) throws MqttException {
    client.publish(topic(type, device), payload, 0, false);
  }

  private String topic(String type, String device) {
    return "spBv1.0/delta/" + type + "/" + name + device;
  }

  /** Hangs up without a word, as a node without power: the broker tells its death. */
  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(0, 0, false);
  }
}
