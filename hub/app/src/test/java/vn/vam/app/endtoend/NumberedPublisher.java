package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
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
  private static final Duration TO_ACKNOWLEDGE = Duration.ofSeconds(60);

  record Numbered(String topic, String message) {}

  private final IntFunction<Numbered> message;
  private final int perTurn;
  private final MqttAsyncClient client;
  private final Set<Integer> acknowledged = new ConcurrentSkipListSet<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
  private volatile int next;

  private NumberedPublisher(URI broker, int perSecond, IntFunction<Numbered> message)
      throws MqttException {
    this.message = message;
    this.perTurn = perSecond * TURN_MS / 1_000;
    this.client = new MqttAsyncClient(broker.toString(), "publisher", new MemoryPersistence());
    client.connect(new MqttConnectionOptions()).waitForCompletion(10_000);
    var unused = turns.scheduleAtFixedRate(this::turn, 0, TURN_MS, TimeUnit.MILLISECONDS);
  }

  static NumberedPublisher start(URI broker, int perSecond, IntFunction<Numbered> message)
      throws MqttException {
    return new NumberedPublisher(broker, perSecond, message);
  }

  private void turn() {
    for (int i = 0; i < perTurn; i++) {
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
      answered.incrementAndGet();
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
      answered.incrementAndGet();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable failure) {
      answered.incrementAndGet();
    }
  }

  /** Publishes no more. Returns the numbers the broker has acknowledged. */
  Set<Integer> finish() throws InterruptedException {
    turns.shutdown();
    assertThat(turns.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    Awaitility.await().atMost(TO_ACKNOWLEDGE).until(() -> answered.get() == next);
    return new TreeSet<>(acknowledged);
  }

  @Override
  public void close() throws MqttException {
    turns.shutdownNow();
    client.disconnectForcibly(0, 1_000, false);
    client.close(true);
  }
}
