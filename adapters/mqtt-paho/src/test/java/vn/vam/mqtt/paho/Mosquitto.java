package vn.vam.mqtt.paho;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import vn.vam.testing.ChildProcess;
import vn.vam.testing.FreePort;
import vn.vam.testing.Required;

/**
 * A real Mosquitto from the PATH on a free port of 127.0.0.1, set up as {@code
 * deploy/mosquitto/mosquitto.conf} says, but for place and port, and saving every second.
 */
final class Mosquitto implements AutoCloseable {
  private static final Path DEPLOYED = Path.of("../../deploy/mosquitto/mosquitto.conf");
  private static final List<String> OWN =
      List.of("persistence_location", "listener", "autosave_interval", "allow_anonymous");

  private final int port;
  private final Path folder;
  private final Path config;
  private ChildProcess child;

  private Mosquitto(Path folder, int port, List<String> more) {
    this.folder = folder;
    this.port = port;
    this.config = writeConfig(more);
    this.child = launch();
  }

  /** Skips the test where Mosquitto is not installed, see {@link Required#server}. */
  static Mosquitto startIn(Path folder) {
    return startIn(folder, FreePort.next());
  }

  static Mosquitto startIn(Path folder, int port) {
    require("mosquitto");
    return new Mosquitto(folder, port, List.of("allow_anonymous true"));
  }

  /** One that lets nobody in but this user. */
  static Mosquitto startIn(Path folder, String user, String password) {
    require("mosquitto");
    require("mosquitto_passwd");
    Path passwords = folder.resolve("passwords");
    run("mosquitto_passwd", "-b", "-c", passwords.toString(), user, password);
    return new Mosquitto(
        folder,
        FreePort.next(),
        List.of("allow_anonymous false", "password_file " + passwords.toAbsolutePath()));
  }

  private static void require(String program) {
    Required.server(
        ChildProcess.program(program).isPresent(),
        "no " + program + " on the PATH: install Mosquitto (Debian: apt-get install mosquitto)");
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  int port() {
    return port;
  }

  /** Returns when everything that was published before is on the broker's disk. */
  void awaitSaved() {
    Instant now = Instant.now();
    Awaitility.await("saved").until(() -> savedAt().isAfter(now));
  }

  private Instant savedAt() throws IOException {
    Path database = folder.resolve("mosquitto.db");
    return Files.exists(database) ? Files.getLastModifiedTime(database).toInstant() : Instant.MIN;
  }

  /** SIGKILL. */
  void kill() {
    child.kill();
  }

  void startAgain() {
    child = launch();
  }

  @Override
  public void close() {
    child.close();
  }

  private ChildProcess launch() {
    return ChildProcess.start(
        List.of("mosquitto", "-c", config.toString()),
        folder.resolve("mosquitto.log"),
        this::accepts);
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  private Path writeConfig(List<String> more) {
    Stream<String> own =
        Stream.of(
            "user root",
            "listener %d 127.0.0.1".formatted(port),
            "persistence_location %s/".formatted(folder.toAbsolutePath()),
            "autosave_interval 1");
    try (Stream<String> deployed = Files.lines(DEPLOYED)) {
      Stream<String> kept = deployed.filter(line -> OWN.stream().noneMatch(line::startsWith));
      String text =
          Stream.of(kept, own, more.stream())
              .flatMap(lines -> lines)
              .collect(Collectors.joining("\n", "", "\n"));
      return Files.writeString(folder.resolve("mosquitto.conf"), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void run(String... command) {
    try {
      int code = new ProcessBuilder(command).start().waitFor();
      if (code != 0) {
        throw new AssertionError(command[0] + " ended with " + code);
      }
    } catch (IOException notStarted) {
      throw new UncheckedIOException(notStarted);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while running " + command[0], interrupted);
    }
  }
}
