package vn.vam.sim.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.stream.IntStream;
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
 * Publishes numbered messages at a steady rate, in several forms in turn, every other one without a
 * time of its own, and remembers which of them the broker acknowledged. What is due while the
 * broker is away is not sent; no number is ever sent twice.
 */
final class NumberedMessages implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NumberedMessages.class);

  /** Paho tells of each lost connection here besides; held, or it would forget its level. */
  private static final java.util.logging.Logger PAHO =
      java.util.logging.Logger.getLogger("org.eclipse.paho");

  private static final int TURN_MS = 10;
  private static final int AT_LEAST_ONCE = 1;
  private static final int REFUSED = 0x80;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String broker;
  private final int perTurn;
  private final AtomicInteger next;
  private final List<Form> forms;
  private final Instant start = Instant.now().minus(Duration.ofHours(6));
  private final Numbers acknowledged = new Numbers();
  private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
  private volatile @Nullable Connection connection;

  /** The hub's own form, numbered 0, 1, 2 … */
  NumberedMessages(String broker, int perSecond) {
    this(broker, perSecond, new AtomicInteger(), List.of(Form.NATIVE));
  }

  /**
   * @param next gives the numbers, to others too
   * @param forms in turn, each for two numbers
   */
  NumberedMessages(String broker, int perSecond, AtomicInteger next, List<Form> forms) {
    PAHO.setLevel(Level.OFF);
    this.broker = broker;
    this.next = next;
    this.forms = List.copyOf(forms);
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
      Form form = forms.get(number / 2 % forms.size());
      client.publish(form.topic(number), message(form, number), null, new Answer(number));
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
        if (isTaken(token)) {
          acknowledged.add(number);
        }
        open.decrementAndGet();
      }

      /** An acknowledgement may say no: reason codes from 0x80 on, MQTT 5.0, section 3.4.2.1. */
      private static boolean isTaken(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes == null || IntStream.of(codes).allMatch(code -> code < REFUSED);
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
        usable.publish(next.getAndIncrement());
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

  private MqttMessage message(Form form, int number) {
    String probe = form.probe(number);
    String body =
        number % 2 == 0
            ? form.timed(probe, number, start.plusMillis(number))
            : form.timeless(probe, number);
    return new MqttMessage(body.getBytes(StandardCharsets.UTF_8), AT_LEAST_ONCE, false, null);
  }

  int published() {
    return next.get();
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
