package vn.vam.app.endtoend;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * Publishes messages 0, 1, 2 … at a steady rate and remembers which of them the broker has
 * acknowledged: from then on they are the broker's and the hub's to keep.
 */
final class NumberedPublisher implements AutoCloseable {
  private static final int TURN_MS = 10;
  private static final long SECONDS_TO_ACKNOWLEDGE = 60;

  record Numbered(String topic, String message) {}

  private final IntFunction<Numbered> message;
  private final int count;
  private final int perTurn;
  private final MqttAsyncClient client;
  private final Set<Integer> acknowledged = new ConcurrentSkipListSet<>();
  private final CountDownLatch answered;
  private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
  private int next;

  private NumberedPublisher(URI broker, int count, int perSecond, IntFunction<Numbered> message)
      throws MqttException {
    this.message = message;
    this.count = count;
    this.perTurn = perSecond * TURN_MS / 1_000;
    this.answered = new CountDownLatch(count);
    this.client = new MqttAsyncClient(broker.toString(), "publisher", new MemoryPersistence());
    client.connect(new MqttConnectionOptions()).waitForCompletion(10_000);
    var unused = turns.scheduleAtFixedRate(this::turn, 0, TURN_MS, TimeUnit.MILLISECONDS);
  }

  static NumberedPublisher start(
      URI broker, int count, int perSecond, IntFunction<Numbered> message) throws MqttException {
    return new NumberedPublisher(broker, count, perSecond, message);
  }

  private void turn() {
    for (int i = 0; i < perTurn && next < count; i++) {
      publish(next++);
    }
  }

  private void publish(int number) {
    Numbered numbered = message.apply(number);
    MqttMessage one =
        new MqttMessage(numbered.message().getBytes(StandardCharsets.UTF_8), 1, false, null);
    try {
      client.publish(numbered.topic(), one, null, new Acknowledged(number));
    } catch (MqttException refused) {
      answered.countDown();
    }
  }

  private final class Acknowledged implements MqttActionListener {
    private final int number;

    Acknowledged(int number) {
      this.number = number;
    }

    @Override
    public void onSuccess(IMqttToken token) {
      acknowledged.add(number);
      answered.countDown();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable failure) {
      answered.countDown();
    }
  }

  boolean isPublishing() {
    return answered.getCount() > 0;
  }

  /** Waits for the end. Returns the numbers the broker has acknowledged. */
  Set<Integer> acknowledged() throws InterruptedException {
    if (!answered.await(SECONDS_TO_ACKNOWLEDGE, TimeUnit.SECONDS)) {
      throw new AssertionError("the broker left " + answered.getCount() + " messages unanswered");
    }
    return new TreeSet<>(acknowledged);
  }

  @Override
  public void close() throws MqttException {
    turns.shutdownNow();
    client.disconnectForcibly(0, 1_000, false);
    client.close(true);
  }
}
