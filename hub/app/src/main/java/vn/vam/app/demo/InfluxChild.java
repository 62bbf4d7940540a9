package vn.vam.app.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real InfluxDB 1.x for the demo, where {@code influxd} is on the PATH; ends with the demo. */
final class InfluxChild implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(20);
  private static final String FIRST_LINE = "InfluxDB v1.";

  private final Process process;
  private final URI url;

  private InfluxChild(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Nothing where there is no {@code influxd}, or one of another line than 1.x. */
  static Optional<InfluxChild> startIn(Path directory) {
    return onPath("influxd")
        .filter(InfluxChild::isVersion1)
        .map(influxd -> start(influxd, directory));
  }

  private static Optional<Path> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean isVersion1(Path influxd) {
    try {
      Process version = new ProcessBuilder(influxd.toString(), "version").start();
      String says = new String(version.getInputStream().readNBytes(1_000), StandardCharsets.UTF_8);
      return version.waitFor(5, TimeUnit.SECONDS) && says.contains(FIRST_LINE);
    } catch (IOException unusable) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static InfluxChild start(Path influxd, Path directory) {
    try {
      Files.createDirectories(directory);
      int http = freePort();
      Path config = directory.resolve("influxdb.conf");
      Files.writeString(config, settings(directory, http, freePort()));
      Process process =
          new ProcessBuilder(command(influxd, config))
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("influxd.out").toFile())
              .start();
      InfluxChild child = new InfluxChild(process, URI.create("http://127.0.0.1:" + http));
      child.awaitAnswer(directory);
      return child;
    } catch (IOException failure) {
      throw new UncheckedIOException("influxd does not start", failure);
    }
  }

  /** Ctrl-C goes to all of a terminal's session: the database must outlive what writes to it. */
  private static List<String> command(Path influxd, Path config) {
    return Stream.concat(onPath("setsid").stream(), Stream.of(influxd, Path.of("-config"), config))
        .map(Path::toString)
        .toList();
  }

  private static String settings(Path directory, int http, int backup) {
    return """
        reporting-disabled = true
        bind-address = "127.0.0.1:%d"
        [meta]
          dir = "%s"
        [data]
          dir = "%s"
          wal-dir = "%s"
          query-log-enabled = false
        [http]
          bind-address = "127.0.0.1:%d"
          log-enabled = false
        [monitor]
          store-enabled = false
        """
        .formatted(
            backup,
            directory.resolve("meta").toAbsolutePath(),
            directory.resolve("data").toAbsolutePath(),
            directory.resolve("wal").toAbsolutePath(),
            http);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer(Path directory) throws IOException {
    Instant deadline = Instant.now().plus(START_TIMEOUT);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        close();
        throw new IOException("no answer within 20 s; see " + directory.resolve("influxd.out"));
      }
      pause();
    }
  }

  private void pause() {
    try {
      process.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean answers() {
    try {
      HttpURLConnection ping = (HttpURLConnection) url.resolve("/ping").toURL().openConnection();
      ping.setConnectTimeout(500);
      ping.setReadTimeout(500);
      return ping.getResponseCode() == HttpURLConnection.HTTP_NO_CONTENT;
    } catch (IOException notYet) {
      return false;
    }
  }

  URI url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
