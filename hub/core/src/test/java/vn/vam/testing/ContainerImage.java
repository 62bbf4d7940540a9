package vn.vam.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds out within a bounded time whether a container test can run at all: an engine that answers,
 * and an image that is here or can be fetched.
 */
public final class ContainerImage {
  private static final long SECONDS_TO_ANSWER = 20;
  private static final long SECONDS_TO_FETCH = 180;

  private ContainerImage() {}

  /**
   * Skips the test where there is none, see {@link Required#docker}.
   *
   * @param variable names the image on machines that cannot reach a registry
   * @param official the name everywhere else
   */
  public static String orSkip(String variable, String official) {
    String image = Optional.ofNullable(System.getenv(variable)).orElse(official);
    Required.docker(succeeds(SECONDS_TO_ANSWER, "version"), "no Docker engine answers here");
    Required.docker(
        succeeds(SECONDS_TO_ANSWER, "image", "inspect", image)
            || succeeds(SECONDS_TO_FETCH, "pull", "--quiet", image),
        "the image "
            + image
            + " is not here and cannot be fetched; "
            + variable
            + " names another");
    return image;
  }

  private static boolean succeeds(long seconds, String... arguments) {
    return ChildProcess.program("docker")
        .map(docker -> run(seconds, docker.toString(), arguments))
        .orElse(false);
  }

  private static boolean run(long seconds, String docker, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = docker;
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException notStarted) {
      throw new UncheckedIOException(notStarted);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
