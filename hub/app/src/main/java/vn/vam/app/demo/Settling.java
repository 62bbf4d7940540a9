package vn.vam.app.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until nothing is on its way any more, so that everything published is in the summary. */
final class Settling {
  private static final int BETWEEN_LOOKS_MS = 100;

  /** What is between two readers of the log belongs to neither for a moment. */
  private static final int LOOKS_IN_A_ROW = 5;

  private final BooleanSupplier idle;
  private final CountDownLatch settled = new CountDownLatch(1);
  private int inARow;

  private Settling(BooleanSupplier idle) {
    this.idle = idle;
  }

  /** Returns when it is idle, and after {@code longest} at the latest. */
  static void await(BooleanSupplier idle, Duration longest) {
    Settling settling = new Settling(idle);
    try (ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor()) {
      var unused =
          looks.scheduleWithFixedDelay(settling::look, 0, BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
      settling.awaitSettled(longest);
      looks.shutdownNow();
    }
  }

  private void look() {
    inARow = idle.getAsBoolean() ? inARow + 1 : 0;
    if (inARow == LOOKS_IN_A_ROW) {
      settled.countDown();
    }
  }

  private void awaitSettled(Duration longest) {
    try {
      if (!settled.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("vam: some messages are still on their way");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
