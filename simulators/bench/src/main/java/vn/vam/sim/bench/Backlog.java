package vn.vam.sim.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Messages that wait at a broker for clients that are away. */
final class Backlog {
  private static final int UNDER_WAY = 2_000;
  private static final int AT_LEAST_ONCE = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TELL_EVERY = 10_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(7));

  private final String broker;

  Backlog(String broker) {
    this.broker = broker;
  }

  /** Lets the broker know a session, for which it keeps what is published from now on. */
  void subscribe(String client, List<String> filters) throws MqttException {
    MqttAsyncClient session = new MqttAsyncClient(broker, client, new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(Duration.ofDays(1).toSeconds());
    options.setAutomaticReconnect(false);
    session.connect(options).waitForCompletion(PATIENCE.toMillis());
    for (String filter : filters) {
      session.subscribe(filter, AT_LEAST_ONCE).waitForCompletion(PATIENCE.toMillis());
    }
    session.disconnect().waitForCompletion(PATIENCE.toMillis());
    session.close();
  }

  /**
   * Returns when the broker has acknowledged every one.
   *
   * @param progress told every now and then how many are under way or done
   */
  void publish(int messages, int devices, Instant start, IntConsumer progress)
      throws MqttException, InterruptedException {
    MqttAsyncClient client =
        new MqttAsyncClient(broker, "bench-publisher", new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setReceiveMaximum(UNDER_WAY);
    client.connect(options).waitForCompletion(PATIENCE.toMillis());
    Semaphore room = new Semaphore(UNDER_WAY);
    for (int number = 0; number < messages; number++) {
      room.acquire();
      client.publish(topic(number, devices), message(number, start), null, new Done(room));
      if (number % TELL_EVERY == 0) {
        progress.accept(number);
      }
    }
    room.acquire(UNDER_WAY);
    client.disconnect().waitForCompletion(PATIENCE.toMillis());
    client.close();
  }

  private record Done(Semaphore room) implements MqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      room.release();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable failure) {
      throw new IllegalStateException("the broker did not take a message", failure);
    }
  }

  private static String topic(int number, int devices) {
    return "vam/v1/salinity/probe-" + number % devices;
  }

  /** Each has a millisecond of its own, so that no two fall on one point. */
  static MqttMessage message(int number, Instant start) {
    String json =
        "{\"time\":\"%s\",\"salinity_gl\":%s,\"temperature_c\":28.1,\"battery_v\":3.61}"
            .formatted(TIME.format(start.plusMillis(number)), salinity(number));
    return new MqttMessage(json.getBytes(StandardCharsets.UTF_8), AT_LEAST_ONCE, false, null);
  }

  private static String salinity(int number) {
    return String.format(Locale.ROOT, "%.2f", 4 + Math.sin(number / 50_000.0));
  }
}
