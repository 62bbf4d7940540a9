package vn.vam.mqtt.paho;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.message.MessageSource;

/**
 * Keeps one connection alive: a thread of its own connects, waits until the connection is lost, and
 * connects again with a client made anew, so that nothing of the old connection can reach into the
 * new one.
 */
public final class PahoSource implements MessageSource {
  private static final Logger log = LoggerFactory.getLogger(PahoSource.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final PahoConfig config;
  private final Clock clock;
  private final RandomGenerator random;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable PahoConnection current;
  private volatile @Nullable Thread keeper;

  public PahoSource(PahoConfig config, Clock clock, RandomGenerator random) {
    this.config = config;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String source() {
    return config.source();
  }

  @Override
  public String connection() {
    return config.connection();
  }

  @Override
  public void start(Receiver receiver) {
    keeper =
        Thread.ofPlatform()
            .daemon()
            .name("mqtt-" + config.connection())
            .start(() -> keepConnected(receiver));
  }

  @Override
  public boolean isConnected() {
    PahoConnection connection = current;
    return connection != null && connection.isConnected();
  }

  private void keepConnected(Receiver receiver) {
    int failures = 0;
    while (!isClosing()) {
      try (PahoConnection connection = new PahoConnection(config, clock, receiver)) {
        current = connection;
        connection.open();
        failures = 0;
        log.info("connected to the broker, connection={}", config.connection());
        connection.awaitLost();
        tellLost();
      } catch (MqttException failure) {
        tellFailure(failures++, failure);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
      pause(failures);
    }
  }

  private void tellLost() {
    if (!isClosing()) {
      log.warn("the broker connection was lost, connection={}", config.connection());
    }
  }

  /**
   * Once when it begins and then every tenth time: a broker that is away for a night must not fill
   * the log.
   */
  private void tellFailure(int failures, MqttException failure) {
    if (failures % 10 == 0 && !isClosing()) {
      log.warn(
          "the broker does not answer, connection={} broker={} attempts={} reason={}",
          config.connection(),
          config.broker(),
          failures + 1,
          failure.getMessage());
    }
  }

  private void pause(int failures) {
    try {
      Duration delay = config.reconnect().delay(failures, random);
      if (closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("closing, connection={}", config.connection());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0 || Thread.currentThread().isInterrupted();
  }

  @Override
  public void close() {
    closing.countDown();
    PahoConnection connection = current;
    if (connection != null) {
      connection.leave();
    }
    Thread thread = keeper;
    if (thread != null) {
      awaitEnd(thread);
    }
  }

  private static void awaitEnd(Thread thread) {
    try {
      if (!thread.join(STOP_TIMEOUT)) {
        thread.interrupt();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
