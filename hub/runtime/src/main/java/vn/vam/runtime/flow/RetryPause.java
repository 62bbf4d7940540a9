package vn.vam.runtime.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.vam.core.retry.Backoff;

/** How long to leave a store alone that does not take points, whoever wakes us meanwhile. */
final class RetryPause {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  private final Clock clock;
  private final RandomGenerator random;
  private @Nullable Instant until;
  private int failures;

  RetryPause(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Each is longer than the one before, until the store takes points again. */
  void begin() {
    until = clock.instant().plus(BACKOFF.delay(failures++, random));
  }

  /** Begun and not ended, whatever time it is. */
  boolean isUnderWay() {
    return until != null;
  }

  boolean isOver() {
    return isUnderWay() && left().isZero();
  }

  /** Zero where there is nothing to wait for. A clock that was set back ends the pause too. */
  Duration left() {
    if (until == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), until);
    return left.isNegative() || left.compareTo(BACKOFF.cap()) > 0 ? Duration.ZERO : left;
  }

  void end() {
    until = null;
  }

  /** How many there were in a row. */
  int count() {
    return failures;
  }

  void succeeded() {
    until = null;
    failures = 0;
  }
}
