package vn.vam.zalo;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits without giving up half way. A request that left cannot be called back, and the answer to a
 * refresh holds the only tokens that still work: better to hear the answer, within its time limit,
 * than to stop on the dot.
 */
final class Uninterrupted {
  private Uninterrupted() {}

  /**
   * Like {@link Future#get(long, TimeUnit)}; an interruption is kept for the caller to see
   * afterwards.
   */
  static <T> T get(Future<T> future, Duration limit) throws ExecutionException, TimeoutException {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException wanted) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
