package vn.vam.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process of the benchmark's own, ended with it, also when the benchmark is broken off. Figures
 * come from Linux' /proc.
 */
final class Child implements AutoCloseable {
  private static final int PATIENCE = 20;
  private static final Path PROC = Path.of("/proc");

  private final Process process;
  private final Path log;
  private final Thread endWithUs;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.endWithUs = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(endWithUs);
  }

  static Child start(List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return new Child(builder.start(), log);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot start " + command.getFirst(), failure);
    }
  }

  static boolean isOnPath(String program) {
    return Stream.of(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"),
            new String[] {"/usr/sbin", "/sbin"})
        .flatMap(Stream::of)
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Path log() {
    return log;
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Resident at its most, MB; 0 where nobody tells. */
  long peakMemory() {
    try (Stream<String> lines =
        Files.lines(PROC.resolve(Long.toString(process.pid())).resolve("status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D+", ""))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1_024)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }

  /** SIGKILL; returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(PATIENCE, TimeUnit.SECONDS);
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(endWithUs);
  }
}
