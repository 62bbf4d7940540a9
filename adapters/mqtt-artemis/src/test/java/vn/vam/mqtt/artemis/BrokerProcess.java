package vn.vam.mqtt.artemis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import vn.vam.testing.ChildProcess;
import vn.vam.testing.FreePort;

/** The embedded broker in a Java process of its own, to be killed. */
final class BrokerProcess implements AutoCloseable {
  private final int port = FreePort.next();
  private final Path folder;
  private ChildProcess child;

  private BrokerProcess(Path folder) {
    this.folder = folder;
    this.child = launch();
  }

  /** What the child process runs: folder, port. */
  public static void main(String[] arguments) {
    EmbeddedBroker.start(
        EmbeddedBrokerConfig.on(Integer.parseInt(arguments[1]), Path.of(arguments[0])));
  }

  static BrokerProcess startIn(Path folder) {
    return new BrokerProcess(folder);
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
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
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            BrokerProcess.class.getName(),
            folder.resolve("broker").toString(),
            Integer.toString(port)),
        folder.resolve("broker.log"),
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
}
