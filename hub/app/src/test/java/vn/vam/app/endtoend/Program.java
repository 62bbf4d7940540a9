package vn.vam.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.vam.testing.ChildProcess;
import vn.vam.testing.Required;

/** Programs of others that a test runs to their end. */
final class Program {
  private Program() {}

  /**
   * Returns what it printed. Skips the test where it is not installed, see {@link Required#server}.
   *
   * @throws AssertionError when it ends with another status than 0
   */
  static String run(String... command) {
    Required.server(
        ChildProcess.program(command[0]).isPresent(), "no " + command[0] + " on the PATH");
    return printed(List.of(command));
  }

  /**
   * What {@code vam} printed, in a process of its own.
   *
   * @throws AssertionError when it ends with another status than 0
   */
  static String vam(String... words) {
    return printed(HubElsewhere.typed(words));
  }

  private static String printed(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new AssertionError(command + " ended with " + status + ": " + printed);
      }
      return printed;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + command, interrupted);
    }
  }
}
