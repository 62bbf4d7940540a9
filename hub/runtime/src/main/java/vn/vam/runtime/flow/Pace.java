package vn.vam.runtime.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets something happen at most once in a while. A clock that is set back or forward makes it due
 * at once and never holds it up. Used by one thread.
 */
final class Pace {
  private final Duration between;
  private final Clock clock;
  private Instant last = Instant.MIN;

  Pace(Duration between, Clock clock) {
    this.between = between;
    this.clock = clock;
  }

  boolean isDue() {
    Instant now = clock.instant();
    return now.isBefore(last) || !now.isBefore(last.plus(between));
  }

  /** Not before this much later again. */
  void happened() {
    last = clock.instant();
  }
}
