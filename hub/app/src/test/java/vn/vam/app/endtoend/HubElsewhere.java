package vn.vam.app.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.vam.app.Main;
import vn.vam.testing.ChildProcess;

/**
 * A hub in a process of its own, as {@code vam run} starts it; it can be killed. Its books are
 * asked after the test.
 */
final class HubElsewhere implements AutoCloseable {
  /** Nobody waits any more after that for what became of a message. */
  private static final Duration A_DOUBT = Duration.ofSeconds(90);

  private final Path config;
  private final Door door;
  private final Supplier<List<String>> command;
  private ChildProcess process;

  HubElsewhere(Path config, Door door) {
    this(config, door, () -> command("run", config));
  }

  private HubElsewhere(Path config, Door door, Supplier<List<String>> command) {
    this.config = config;
    this.door = door;
    this.command = command;
    KeptBooks.askAfterwards(door);
    this.process = launch();
  }

  /** One whose clock is ahead, and further by a minute and a half each time it is started again. */
  static HubElsewhere ahead(Duration first, Path config, Door door) {
    Iterator<Duration> ahead = Stream.iterate(first, before -> before.plus(A_DOUBT)).iterator();
    return new HubElsewhere(
        config, door, () -> java(HubAhead.class, config.toString(), ahead.next().toString()));
  }

  private ChildProcess launch() {
    return ChildProcess.start(command.get(), config.resolveSibling("hub.log"), door::isReady);
  }

  static List<String> command(String name, Path config) {
    return typed(name, "--config", config.toString());
  }

  /**
   * @param words as a person types them after {@code vam}
   */
  static List<String> typed(String... words) {
    return java(Main.class, words);
  }

  /** With what makes it start soonest: a test waits for that several times. */
  private static List<String> java(Class<?> main, String... words) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()),
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
