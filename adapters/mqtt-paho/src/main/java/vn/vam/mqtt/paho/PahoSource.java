package vn.vam.mqtt.paho;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private final PahoConfig config;
  private final Supplier<Manner> manners;
  private final Clock clock;
  private final RandomGenerator random;
  private final Troubles troubles;
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean hadSession;
  private volatile @Nullable PahoConnection current;
  private volatile @Nullable Thread keeper;

  /** The broker keeps what is sent while the hub is away. */
  public PahoSource(PahoConfig config, Clock clock, RandomGenerator random) {
    this(config, () -> new KeptSession(config), clock, random);
  }

  private PahoSource(
      PahoConfig config, Supplier<Manner> manners, Clock clock, RandomGenerator random) {
    this.config = config;
    this.manners = manners;
    this.clock = clock;
    this.random = random;
    this.troubles = new Troubles(config);
  }

  /**
   * A host application of Sparkplug: nothing is kept for it, and edge nodes can see whether it is
   * there.
   *
   * @param hostId the last level of its {@code STATE} topic; no two hosts of a broker share it
   */
  public static PahoSource sparkplugHost(
      PahoConfig config, String hostId, Clock clock, RandomGenerator random) {
    return new PahoSource(config, () -> new SparkplugHost(config, hostId, clock), clock, random);
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
    return connection != null && connection.isReceiving();
  }

  /**
   * At QoS 0, kept by nobody; does not wait.
   *
   * @return false where the connection does not stand
   */
  public boolean publish(String topic, byte[] payload) {
    PahoConnection connection = current;
    return connection != null && connection.isReceiving() && connection.publish(topic, payload);
  }

  private void keepConnected(Receiver receiver) {
    while (!isClosing()) {
      troubles.beginAttempt();
      try (PahoConnection connection = new PahoConnection(config, manners.get(), clock, receiver)) {
        current = connection;
        stayConnected(connection);
      } catch (ConnectionFailed failure) {
        tellFailed(failure);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException mistake) {
        log.error("a broker connection failed, connection={}", config.connection(), mistake);
        tellFailed(mistake);
      }
      pause();
    }
  }

  private void stayConnected(PahoConnection connection)
      throws ConnectionFailed, InterruptedException {
    if (isClosing()) {
      return;
    }
    tellConnected(connection.open());
    tellLost(connection.awaitLost());
  }

  private void tellConnected(boolean resumed) {
    log.info(
        "connected to the broker, connection={} broker={} session={}",
        config.connection(),
        config.address(),
        resumed ? "kept" : "new");
    if (hadSession && !resumed && !config.sessionExpiry().isZero()) {
      log.warn(
          "the broker has forgotten the session, what it held for the hub is lost: let it keep sessions on disk, connection={}",
          config.connection());
    }
    hadSession = true;
  }

  private void tellFailed(Exception failure) {
    if (!isClosing()) {
      troubles.failed(String.valueOf(failure.getMessage()));
    }
  }

  private void tellLost(String reason) {
    if (!isClosing()) {
      troubles.lost(reason);
    }
  }

  private void pause() {
    try {
      Duration delay = config.reconnect().delay(troubles.inARow(), random);
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
