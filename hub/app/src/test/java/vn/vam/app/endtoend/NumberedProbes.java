package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * Probes whose messages are numbered 0, 1, 2 … at a steady rate, each number once. Remembers which
 * of them the broker has acknowledged: from then on they are the broker's and the hub's to keep. A
 * number is sent as a conductivity, so that the points themselves tell which message they come
 * from. When the broker is away, what is due is not sent, and its number is never used again.
 */
final class NumberedProbes implements AutoCloseable {
  /** As many as messages in a second at the most. */
  static final int PROBES = 2_000;

  /** Paho tells of each lost connection here besides; held, or it would forget its level. */
  private static final Logger PAHO = Logger.getLogger("org.eclipse.paho");

  private static final int TURN_MS = 10;
  private static final Duration TO_ACKNOWLEDGE = Duration.ofSeconds(60);
  private static final long TO_CONNECT_MS = 5_000;

  /** What the message of a number says. */
  interface Telling extends IntFunction<String> {}

  private final Telling telling;
  private final int perTurn;
  private final MqttAsyncClient client;
  private final Set<Integer> acknowledged = new ConcurrentSkipListSet<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger next;

  private NumberedProbes(URI broker, int perSecond, int first, Telling telling)
      throws MqttException {
    PAHO.setLevel(Level.OFF);
    this.telling = telling;
    this.perTurn = perSecond * TURN_MS / 1_000;
    this.next = new AtomicInteger(first);
    this.answered.set(first);
    this.client = new MqttAsyncClient(broker.toString(), "probes", new MemoryPersistence());
    connect();
    var unused = turns.scheduleWithFixedDelay(this::turn, 0, TURN_MS, TimeUnit.MILLISECONDS);
  }

  static NumberedProbes start(URI broker, int perSecond, Telling telling) throws MqttException {
    return new NumberedProbes(broker, perSecond, 0, telling);
  }

  /**
   * @param first number; those before it were sent by others
   */
  static NumberedProbes startAt(int first, URI broker, int perSecond, Telling telling)
      throws MqttException {
    return new NumberedProbes(broker, perSecond, first, telling);
  }

  /** A millisecond apart. */
  static Telling withTime(Instant start) {
    return number ->
        "{\"time\":\"%s\",\"ec25_us_cm\":%d}".formatted(start.plusMillis(number), number);
  }

  static Telling withoutTime() {
    return "{\"ec25_us_cm\":%d}"::formatted;
  }

  /** Every other one. */
  static Telling withAndWithoutTime(Instant start) {
    Telling timed = withTime(start);
    Telling timeless = withoutTime();
    return number -> (number % 2 == 0 ? timed : timeless).apply(number);
  }

  /** With so many bytes more. */
  static Telling spaced(int bytes, Telling telling) {
    return number -> telling.apply(number).replace("{", "{" + " ".repeat(bytes));
  }

  /** Lines for the hub's {@code devices}. */
  static String devices(String station) {
    return IntStream.range(0, PROBES)
        .mapToObj("  - { id: probe-%%d, station: %s }%n".formatted(station)::formatted)
        .collect(Collectors.joining());
  }

  private void connect() throws MqttException {
    client.connect(new MqttConnectionOptions()).waitForCompletion(TO_CONNECT_MS);
  }

  private void turn() {
    try {
      if (!client.isConnected()) {
        connect();
      }
      for (int i = 0; i < perTurn; i++) {
        publish(next.getAndIncrement());
      }
    } catch (MqttException away) {
      assertThat(client.isConnected()).as("connected and yet: %s", away).isFalse();
    }
  }

  private void publish(int number) {
    byte[] body = telling.apply(number).getBytes(StandardCharsets.UTF_8);
    try {
      client.publish(
          "vam/v1/salinity/probe-" + number % PROBES,
          new MqttMessage(body, 1, false, null),
          null,
          new Acknowledged(number));
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

  /** Returns when the broker has acknowledged so many more. */
  void untilAcknowledged(int more) {
    int enough = acknowledged.size() + more;
    Awaitility.await()
        .atMost(TO_ACKNOWLEDGE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> acknowledged.size() >= enough);
  }

  /** The number of the next message; all before it were tried. */
  int next() {
    return next.get();
  }

  /** Publishes no more. Returns the numbers the broker has acknowledged. */
  Set<Integer> finish() throws InterruptedException {
    turns.shutdown();
    assertThat(turns.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    Awaitility.await().atMost(TO_ACKNOWLEDGE).until(() -> answered.get() == next.get());
    return new TreeSet<>(acknowledged);
  }

  @Override
  public void close() throws MqttException {
    turns.shutdownNow();
    client.disconnectForcibly(0, 1_000, false);
    client.close(true);
  }
}
