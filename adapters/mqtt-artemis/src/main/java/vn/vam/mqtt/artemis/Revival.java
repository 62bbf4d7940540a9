package vn.vam.mqtt.artemis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.mqtt.artemis.EmbeddedBroker.BrokerFailed;

/**
 * A running broker, started anew where it has shut itself down: Artemis does so for good when it
 * cannot write, such as on a disk that fills up while it opens a file.
 */
final class Revival implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Revival.class);

  private static final long LOOK_EVERY_S = 2;

  /** Bytes: the journal begins with two files of 10 MB, the bindings with two of 1 MB. */
  private static final long FOR_ITS_FILES = 24L << 20;

  private final Path directory;
  private final Supplier<EmbeddedActiveMQ> launch;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread watch;
  private EmbeddedActiveMQ server;
  private boolean isDown;

  private Revival(EmbeddedActiveMQ server, Path directory, Supplier<EmbeddedActiveMQ> launch) {
    this.server = server;
    this.directory = directory;
    this.launch = launch;
    this.watch = Thread.ofPlatform().daemon().name("broker-watch").unstarted(this::watch);
  }

  /**
   * @param launch makes another one on the same directory and port; {@link BrokerFailed} where it
   *     does not start
   */
  static Revival of(EmbeddedActiveMQ server, Path directory, Supplier<EmbeddedActiveMQ> launch) {
    Revival revival = new Revival(server, directory, launch);
    revival.watch.start();
    return revival;
  }

  private void watch() {
    try {
      while (!closing.await(LOOK_EVERY_S, TimeUnit.SECONDS)) {
        look();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void look() {
    if (closing.getCount() == 0 || server.getActiveMQServer().isStarted()) {
      return;
    }
    if (!isDown) {
      isDown = true;
      log.error(
          "the embedded broker could not write and has shut itself down, nothing it confirmed is lost; it starts again when there is room: make some or move state.directory, directory={} needed_mb={}",
          directory,
          FOR_ITS_FILES >> 20);
    }
    if (hasRoom()) {
      startAgain();
    }
  }

  private boolean hasRoom() {
    try {
      return Files.getFileStore(directory).getUsableSpace() >= FOR_ITS_FILES;
    } catch (IOException failure) {
      log.debug("the disk of the embedded broker cannot be measured", failure);
      return false;
    }
  }

  private void startAgain() {
    try {
      server = launch.get();
      isDown = false;
      log.warn("the embedded broker has started again, directory={}", directory);
    } catch (BrokerFailed failure) {
      log.warn("the embedded broker does not start yet: {}", failure.getMessage());
    }
  }

  @Override
  public void close() {
    closing.countDown();
    stop();
  }

  private synchronized void stop() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new BrokerFailed("the embedded broker does not stop cleanly", failure);
    }
  }
}
