package vn.vam.zalo;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Every request of an account leaves by this door, in the order of coming to it, and no more of
 * them than the platform allows. Once the platform has complained the door is shut for a while.
 *
 * <p>A minute's requests are spread over its seconds, so that an urgent one never waits for a
 * minute behind the others.
 */
final class RequestDoor {
  private static final int SECONDS = 60;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final RequestRate rate;
  private final Duration patience;
  private final long window;

  /** When the last requests of one window leave, the oldest at {@link #oldest}. */
  private final long[] leaving;

  private int oldest;
  private long shutUntil;

  /**
   * @param patience longest wait in front of the door
   */
  RequestDoor(RequestRate rate, Duration patience) {
    this.rate = rate;
    this.patience = patience;
    window = rate.perMinute() < SECONDS ? MINUTE / rate.perMinute() : SECOND;
    leaving = new long[Math.max(1, rate.perMinute() / SECONDS)];
    long now = System.nanoTime();
    shutUntil = now;
    Arrays.fill(leaving, now - window);
  }

  /** Waits for a turn; false when the door is shut, or too many wait in front of it. */
  boolean pass() {
    return untilOpen().isZero() && waited() && untilOpen().isZero();
  }

  /** The same for the request without which no other can be made: it does not heed a shut door. */
  boolean passWhateverWasSaid() {
    return waited();
  }

  /** The platform said that these are too many. */
  synchronized void shut() {
    shutUntil = System.nanoTime() + rate.pause().toNanos();
  }

  /** How long the door stays shut; zero when it is open. */
  synchronized Duration untilOpen() {
    return Duration.ofNanos(Math.max(0, shutUntil - System.nanoTime()));
  }

  /** How long until the next request may leave; zero when one may now. */
  synchronized Duration untilFree() {
    long now = System.nanoTime();
    long turn = Math.max(shutUntil - now, leaving[oldest] + window - now);
    return Duration.ofNanos(Math.max(0, turn));
  }

  private boolean waited() {
    long turn;
    synchronized (this) {
      long now = System.nanoTime();
      turn = Math.max(now, leaving[oldest] + window);
      if (turn - now > patience.toNanos()) {
        return false;
      }
      leaving[oldest] = turn;
      oldest = (oldest + 1) % leaving.length;
    }
    sleepUntil(turn);
    return true;
  }

  /** An interruption does not shorten it: what is in flight is finished. */
  private static void sleepUntil(long turn) {
    boolean interrupted = false;
    for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
      LockSupport.parkNanos(left);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
