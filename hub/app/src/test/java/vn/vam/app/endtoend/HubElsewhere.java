package vn.vam.app.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.vam.app.Main;
import vn.vam.testing.ChildProcess;

/**
 * A hub in a process of its own, as {@code vam run} starts it; it can be killed. Its books are
 * asked after the test.
 */
final class HubElsewhere implements AutoCloseable {
  private final Path config;
  private final Door door;
  private ChildProcess process;

  HubElsewhere(Path config, Door door) {
    this.config = config;
    this.door = door;
    KeptBooks.askAfterwards(door);
    this.process = launch();
  }

  private ChildProcess launch() {
    return ChildProcess.start(
        command("run", config), config.resolveSibling("hub.log"), door::isReady);
  }

  static List<String> command(String name, Path config) {
    return typed(name, "--config", config.toString());
  }

  /**
   * With what makes it start soonest: a test waits for that several times.
   *
   * @param words as a person types them after {@code vam}
   */
  static List<String> typed(String... words) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()),
            Stream.of(words))
        .toList();
  }

  /** SIGKILL, by its process id. */
  void kill() {
    process.kill();
  }

  /** Returns when it is ready. */
  void startAgain() {
    process = launch();
  }

  @Override
  public void close() {
    process.close();
  }
}
