package vn.vam.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import vn.vam.testing.ChildProcess;
import vn.vam.testing.FreePort;
import vn.vam.testing.Required;

/** A real broker on a free port, set up to keep by the very file that deploy/ ships. */
final class Mosquitto implements AutoCloseable {
  private static final Path SHIPPED = Path.of("../../deploy/mosquitto/mosquitto.conf");
  private static final String PROGRAM = "mosquitto";
  private static final String CONFIG = "mosquitto.conf";

  private final Path folder;
  private final int port;
  private ChildProcess child;

  private Mosquitto(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.child = launch();
  }

  /** Skips the test where no Mosquitto is installed, see {@link Required#server}. */
  static Mosquitto startIn(Path folder) {
    return startIn(folder, shipped -> shipped);
  }

  /** One that is set up otherwise than shipped. */
  static Mosquitto startIn(Path folder, UnaryOperator<String> otherwise) {
    Required.server(
        ChildProcess.program(PROGRAM).isPresent(),
        "no mosquitto on the PATH (Debian: apt-get install mosquitto)");
    int port = FreePort.next();
    writeConfig(folder, port, otherwise);
    return new Mosquitto(folder, port);
  }

  private ChildProcess launch() {
    return ChildProcess.start(
        List.of(PROGRAM, "-c", folder.resolve(CONFIG).toString()),
        folder.resolve("mosquitto.log"),
        () -> listens(port));
  }

  private static void writeConfig(Path folder, int port, UnaryOperator<String> otherwise) {
    try {
      Files.writeString(
          folder.resolve(CONFIG),
          otherwise.apply(
              config(folder, "listener " + port + " 127.0.0.1", System.getProperty("user.name"))));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The shipped file with what depends on the place changed. */
  static String config(Path folder, String listener, String user) throws IOException {
    return Files.readString(SHIPPED)
            .replace(
                "persistence_location /var/lib/mosquitto/", "persistence_location " + folder + "/")
            .replace("listener 1883 127.0.0.1", listener)
        + "\nuser "
        + user
        + "\n";
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  int port() {
    return port;
  }

  Field field() {
    return new Field(port);
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  /** In good order: it writes what it keeps. */
  void stop() {
    child.close();
  }

  /** SIGKILL. */
  void kill() {
    child.kill();
  }

  void startAgain() {
    child = launch();
  }

  /** SIGUSR1: it writes what it keeps. Returns when that is on disk. */
  void write() throws IOException {
    Path kept = folder.resolve("mosquitto.db");
    Files.deleteIfExists(kept);
    child.signal("USR1");
    Awaitility.await().until(() -> Files.exists(kept));
  }

  @Override
  public void close() {
    child.close();
  }
}
