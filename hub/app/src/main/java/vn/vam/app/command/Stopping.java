package vn.vam.app.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM end a command in order: what is under way is finished before the process ends.
 */
final class Stopping implements AutoCloseable {
  private static final long LONGEST_SECONDS = 40;

  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * @param stop asks the command to end; returns at once
   */
  Stopping(Runnable stop) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("vam-stopping")
                .unstarted(
                    () -> {
                      stop.run();
                      awaitEnd();
                    }));
  }

  private void awaitEnd() {
    try {
      if (!ended.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("vam: did not come to its end within " + LONGEST_SECONDS + " s");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has ended. */
  @Override
  public void close() {
    ended.countDown();
  }
}
