package vn.vam.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A broker and a database on free ports of this machine, in a folder; they can be ended. */
final class Ground implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SELDOM = 600;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  final Path folder;
  final int mqtt = freePort();
  final int influx = freePort();
  private Child broker;
  private Child database;

  private Ground(Path folder, int brokerWritesEvery) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("mosquitto.conf"), mosquitto(brokerWritesEvery));
    Files.writeString(folder.resolve("influxdb.conf"), influxdb());
    broker = launchBroker();
    database = launchDatabase();
    awaitBoth();
  }

  private Child launchBroker() {
    return start("mosquitto", "-c", folder.resolve("mosquitto.conf").toString());
  }

  private Child launchDatabase() {
    return start("influxd", "-config", folder.resolve("influxdb.conf").toString());
  }

  private void awaitBoth() {
    await("mosquitto", () -> listens(mqtt));
    await("influxd", () -> listens(influx));
  }

  static Ground in(Path folder) {
    return in(folder, SELDOM);
  }

  /**
   * @param brokerWritesEvery so many seconds the broker writes what it keeps; a kill loses what
   *     came since
   */
  static Ground in(Path folder, int brokerWritesEvery) {
    try {
      return new Ground(Files.createDirectories(folder), brokerWritesEvery);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Child start(String... command) {
    return Child.start(
        List.of(command),
        Map.of("PATH", System.getenv("PATH") + ":/usr/sbin"),
        folder.resolve(command[0] + ".log"));
  }

  /** Started by root it would become another user, who cannot write here. */
  private String mosquitto(int writesEvery) {
    return """
        listener %d 127.0.0.1
        allow_anonymous true
        user %s
        persistence true
        persistence_location %s/
        autosave_interval %d
        max_queued_messages 0
        max_queued_bytes 0
        max_inflight_messages 32767
        log_type error
        """
        .formatted(mqtt, System.getProperty("user.name"), folder, writesEvery);
  }

  private String influxdb() {
    return """
        reporting-disabled = true
        bind-address = "127.0.0.1:0"
        [meta]
          dir = "%1$s/meta"
        [data]
          dir = "%1$s/data"
          wal-dir = "%1$s/wal"
          index-version = "tsi1"
          query-log-enabled = false
        [monitor]
          store-enabled = false
        [http]
          bind-address = "127.0.0.1:%2$d"
          log-enabled = false
        """
        .formatted(folder, influx);
  }

  String broker() {
    return "tcp://127.0.0.1:" + mqtt;
  }

  String database() {
    return "http://127.0.0.1:" + influx;
  }

  /** In good order. */
  void stopBroker() {
    broker.close();
  }

  void killBroker() {
    broker.kill();
  }

  void startBroker() {
    broker = launchBroker();
    awaitBoth();
  }

  /** In good order. */
  void stopDatabase() {
    database.close();
  }

  void killDatabase() {
    database.kill();
  }

  void startDatabase() {
    database = launchDatabase();
    awaitBoth();
  }

  static void await(String what, BooleanSupplier condition) {
    await(what, condition, PATIENCE);
  }

  static void await(String what, BooleanSupplier condition, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            what + " is not ready after " + patience.toSeconds() + " s");
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @Override
  public void close() {
    broker.close();
    database.close();
  }
}
