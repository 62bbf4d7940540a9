package vn.vam.app.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs to their end, within a bounded time.
 *
 * @param environment added to our own
 */
record Shell(Path folder, Map<String, String> environment) {
  /** Longest for everything compose does, on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * @param text standard output and error
   */
  record Ended(int status, String text) {
    boolean well() {
      return status == 0;
    }
  }

  /**
   * What it printed.
   *
   * @throws AssertionError with what it printed, when it ends otherwise than with 0
   */
  String run(List<String> command) {
    Ended ended = attempt(command);
    assertThat(ended.well()).as("%s\n%s", String.join(" ", command), ended.text()).isTrue();
    return ended.text();
  }

  Ended attempt(List<String> command) {
    try {
      File printed = File.createTempFile("vam-shell", ".txt");
      try {
        int status = await(start(command, printed), command);
        return new Ended(status, Files.readString(printed.toPath()));
      } finally {
        Files.deleteIfExists(printed.toPath());
      }
    } catch (IOException notStarted) {
      throw new UncheckedIOException(notStarted);
    }
  }

  private Process start(List<String> command, File printed) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(printed);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static int await(Process process, List<String> command) {
    try {
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended).as("%s ends within %s", String.join(" ", command), PATIENCE).isTrue();
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + command, interrupted);
    }
  }
}
