package vn.vam.sim.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes messages 0, 1, 2 … at a steady rate, every other one without a time of its own, and
 * remembers which of them the broker acknowledged. What is due while the broker is away is not
 * sent; no number is ever sent twice.
 */
final class NumberedMessages implements AutoCloseable {
  /**
   * So many that also in a burst no two of one probe arrive in one millisecond, and are one point.
   */
  static final int PROBES = 2_000;

  private static final Logger log = LoggerFactory.getLogger(NumberedMessages.class);

  /** Paho tells of each lost connection here besides; held, or it would forget its level. */
  private static final java.util.logging.Logger PAHO =
      java.util.logging.Logger.getLogger("org.eclipse.paho");

  private static final int TURN_MS = 10;
  private static final int AT_LEAST_ONCE = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String broker;
  private final int perTurn;
  private final Instant start = Instant.now().minus(Duration.ofHours(6));
  private final Numbers acknowledged = new Numbers();
  private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
  private volatile @Nullable Connection connection;
  private volatile int next;

  NumberedMessages(String broker, int perSecond) {
    PAHO.setLevel(Level.OFF);
    this.broker = broker;
    this.perTurn = perSecond * TURN_MS / 1_000;
    var unused = turns.scheduleWithFixedDelay(this::turn, 0, TURN_MS, TimeUnit.MILLISECONDS);
  }

  /** Used until it is lost. */
  private final class Connection {
    private final AtomicInteger open = new AtomicInteger();
    private final MqttAsyncClient client;

    Connection() throws MqttException {
      client = new MqttAsyncClient(broker, "bench-probes", new MemoryPersistence());
    }

    void connect() throws MqttException {
      client.connect(new MqttConnectionOptions()).waitForCompletion(PATIENCE.toMillis());
    }

    boolean isUsable() {
      return client.isConnected();
    }

    boolean isAnswered() {
      return open.get() == 0;
    }

    void publish(int number) throws MqttException {
      open.incrementAndGet();
      client.publish(
          "vam/v1/salinity/probe-" + number % PROBES, message(number), null, new Answer(number));
    }

    void end() {
      try {
        client.disconnectForcibly(0, 0, false);
        client.close(true);
      } catch (MqttException gone) {
        log.debug("nothing was left to end", gone);
      }
    }

    private final class Answer implements MqttActionListener {
      private final int number;

      Answer(int number) {
        this.number = number;
      }

      @Override
      public void onSuccess(IMqttToken token) {
        acknowledged.add(number);
        open.decrementAndGet();
      }

      @Override
      public void onFailure(IMqttToken token, Throwable failure) {
        open.decrementAndGet();
      }
    }
  }

  private void turn() {
    try {
      Connection usable = usable();
      for (int i = 0; i < perTurn; i++) {
        usable.publish(next++);
      }
    } catch (MqttException away) {
      log.debug("the broker is away", away);
    }
  }

  private Connection usable() throws MqttException {
    Connection current = connection;
    if (current != null && current.isUsable()) {
      return current;
    }
    end();
    Connection fresh = new Connection();
    connection = fresh;
    fresh.connect();
    return fresh;
  }

  private void end() {
    Connection current = connection;
    if (current != null) {
      current.end();
    }
  }

  private MqttMessage message(int number) {
    String json =
        number % 2 == 0
            ? "{\"time\":\"%s\",\"ec25_us_cm\":%d}".formatted(start.plusMillis(number), number)
            : "{\"ec25_us_cm\":%d}".formatted(number);
    return new MqttMessage(json.getBytes(StandardCharsets.UTF_8), AT_LEAST_ONCE, false, null);
  }

  int published() {
    return next;
  }

  Numbers acknowledged() {
    return acknowledged;
  }

  /** Publishes no more, and waits for what the broker still has to acknowledge. */
  void finish() throws InterruptedException {
    turns.shutdown();
    if (!turns.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("publishing does not end");
    }
    Connection last = connection;
    Ground.await("the last acknowledgement", () -> last == null || last.isAnswered());
  }

  @Override
  public void close() {
    turns.shutdownNow();
    end();
  }
}
