package vn.vam.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A server started for a test, ended by its pid; what it printed is in a file. */
public final class ChildProcess implements AutoCloseable {
  private static final Duration TO_START = Duration.ofSeconds(30);
  private static final long SECONDS_TO_END = 10;

  private final Process process;
  private final Path printed;
  private final Thread endWithUs;

  private ChildProcess(Process process, Path printed) {
    this.process = process;
    this.printed = printed;
    this.endWithUs = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(endWithUs);
  }

  /**
   * Returns once {@code ready} says yes.
   *
   * @param printed collects standard output and error of every start
   * @throws AssertionError when the process ends or stays unready for 30 s, with what it printed
   */
  public static ChildProcess start(List<String> command, Path printed, BooleanSupplier ready) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(printed.toFile()));
    try {
      ChildProcess child = new ChildProcess(builder.start(), printed);
      child.awaitReady(command, ready);
      return child;
    } catch (IOException notStarted) {
      throw new UncheckedIOException("cannot start " + command.getFirst(), notStarted);
    }
  }

  /** The program's file, where one of that name is on the PATH. */
  public static Optional<Path> program(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private void awaitReady(List<String> command, BooleanSupplier ready) {
    try {
      Awaitility.await()
          .atMost(TO_START)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !process.isAlive() || ready.getAsBoolean());
    } catch (RuntimeException late) {
      close();
      throw new AssertionError(command.getFirst() + " is not ready: " + printed(), late);
    }
    if (!process.isAlive()) {
      close();
      throw new AssertionError(command.getFirst() + " ended at once: " + printed());
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Everything printed so far. */
  public String printed() {
    try {
      return Files.readString(printed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Sends the process a signal.
   *
   * @param name such as STOP
   */
  public void signal(String name) {
    kill(name, Long.toString(pid()));
  }

  /**
   * Asks all of the process's group to end, as Ctrl-C in a terminal does; with SIGTERM, since
   * SIGINT is ignored below a build that runs in the background. The process must lead its group.
   */
  public void endGroup() {
    kill("TERM", "-" + pid());
  }

  /** Returns its exit status, or nothing where it goes on for longer. */
  public OptionalInt awaitEnd(Duration longest) {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)
          ? OptionalInt.of(process.exitValue())
          : OptionalInt.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  private static void kill(String signal, String whom) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + signal, "--", whom).start();
      kill.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (IOException notSent) {
      throw new UncheckedIOException(notSent);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** SIGKILL; returns when the process is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
    Runtime.getRuntime().removeShutdownHook(endWithUs);
  }

  /** Asks the process to end, and kills it when it has not after ten seconds. */
  @Override
  public void close() {
    process.destroy();
    if (!awaitEnd()) {
      process.destroyForcibly();
    }
    Runtime.getRuntime().removeShutdownHook(endWithUs);
  }

  private boolean awaitEnd() {
    return awaitEnd(Duration.ofSeconds(SECONDS_TO_END)).isPresent();
  }
}
