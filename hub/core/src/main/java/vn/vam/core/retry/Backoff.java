package vn.vam.core.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: doubles with each attempt up to a cap, then takes a random
 * share between a half and the whole of it, so that those who failed together do not come back
 * together.
 *
 * @param first before the first retry; positive
 * @param cap never longer than this
 */
public record Backoff(Duration first, Duration cap) {
  private static final int MOST_DOUBLINGS = 30;

  public Backoff {
    if (first.isZero() || first.isNegative() || cap.compareTo(first) < 0) {
      throw new IllegalArgumentException("a back-off needs 0 < first <= cap");
    }
  }

  /**
   * @param attempt 0 for the first retry
   */
  public Duration delay(int attempt, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(Math.max(attempt, 0), MOST_DOUBLINGS);
    long most = doubled <= 0 ? cap.toMillis() : Math.min(doubled, cap.toMillis());
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }
}
