package vn.vam.core.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Severity;

/**
 * What suspect values would have raised, of one rule at one station, since operators were told of
 * such there. A probe that is right and wrong in turn would call them with each wrong value: after
 * the first they hear a sum, once an hour, and less often the longer it goes on. Pure.
 *
 * @param upTo the last of them on disk
 * @param breach the newest of the gravest
 * @param times how many there were, 1 at least
 * @param last when operators were told of the same before; absent where they were not
 */
public record Suspected(long upTo, AlertChange.Doubted breach, int times, Optional<Last> last) {
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * @param patience how long they are not told of it again, unless it is graver
   */
  public record Last(Severity severity, Instant at, Duration patience) {
    /** A clock that was set back holds up nothing. */
    boolean isHeard(Severity severity, Instant now) {
      return severity.compareTo(this.severity) <= 0
          && !now.isBefore(at)
          && now.isBefore(at.plus(patience));
    }
  }

  public boolean isDue(Instant now) {
    return last.filter(one -> one.isHeard(breach.severity(), now)).isEmpty();
  }

  /** Whether it is more of what they know. */
  public boolean isAgain() {
    return times > 1
        && last.filter(one -> breach.severity().compareTo(one.severity()) <= 0).isPresent();
  }

  /** How long they are not told of what comes after it: from an hour, doubled, to a day. */
  public Duration patience() {
    return last.filter(one -> isAgain())
        .map(one -> one.patience().multipliedBy(2))
        .filter(longer -> longer.compareTo(LONGEST) < 0)
        .orElse(isAgain() ? LONGEST : SHORTEST);
  }
}
