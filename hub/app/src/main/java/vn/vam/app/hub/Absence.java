package vn.vam.app.hub;

import java.time.Duration;
import java.util.random.RandomGenerator;
import vn.vam.core.retry.Backoff;

/**
 * Nobody can be reached: one pause for all who want to, each time longer, so that whoever has the
 * gravest to say is the first to find the other back.
 */
final class Absence {
  private final Backoff backoff;
  private final RandomGenerator random;
  private int attempts;
  private long until = System.nanoTime();

  Absence(Backoff backoff, RandomGenerator random) {
    this.backoff = backoff;
    this.random = random;
  }

  /** Another attempt came to nothing; of those made together the first counts. */
  synchronized void met() {
    if (left().isZero()) {
      until = System.nanoTime() + backoff.delay(attempts, random).toNanos();
      attempts++;
    }
  }

  synchronized void over() {
    attempts = 0;
    until = System.nanoTime();
  }

  /** How long until the next attempt is due; zero when it is. */
  synchronized Duration left() {
    return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
  }
}
