package vn.vam.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds out within a bounded time whether a container test can run at all: an engine that answers,
 * and an image that is here or can be fetched.
 *
 * @param variable the environment variable that names the image on machines without a registry
 * @param official the image's name everywhere else
 */
public record ContainerImage(String variable, String official) {
  private static final long SECONDS_TO_ANSWER = 20;
  private static final long SECONDS_TO_FETCH = 180;

  /** For {@code @EnabledIf}: true where the container can run, or has to. */
  public boolean isExpected() {
    return Required.docker() || (engineAnswers() && isHereOrFetched());
  }

  /** The image's name; skips the test where it cannot run, see {@link Required#docker}. */
  public String orSkip() {
    Required.docker(engineAnswers(), "no Docker engine answers here");
    Required.docker(
        isHereOrFetched(),
        "the image "
            + name()
            + " is not here and cannot be fetched; "
            + variable
            + " names another");
    return name();
  }

  private String name() {
    return Optional.ofNullable(System.getenv(variable)).orElse(official);
  }

  private static boolean engineAnswers() {
    return succeeds(SECONDS_TO_ANSWER, "version");
  }

  private boolean isHereOrFetched() {
    return succeeds(SECONDS_TO_ANSWER, "image", "inspect", name())
        || succeeds(SECONDS_TO_FETCH, "pull", "--quiet", name());
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
