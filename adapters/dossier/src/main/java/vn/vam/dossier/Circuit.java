package vn.vam.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves an office alone that gave no answer several times in a row: open for a while, then
 * half-open for one look-up that decides. Any answer, even an error, shows that it is there. Safe
 * for several threads.
 */
final class Circuit {
  private static final Logger log = LoggerFactory.getLogger(Circuit.class);
  private static final int MOST_UNANSWERED = 5;
  private static final Duration REST = Duration.ofSeconds(15);

  private final Clock clock;
  private int unanswered;
  private Instant restsUntil = Instant.MIN;

  Circuit(Clock clock) {
    this.clock = clock;
  }

  /** Whether the office may be asked now; when half-open, only the first who asks may. */
  synchronized boolean lets() {
    if (unanswered < MOST_UNANSWERED) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(restsUntil) && !isSetBack(now)) {
      return false;
    }
    restsUntil = now.plus(REST);
    return true;
  }

  /** A clock that was set back must not make the rest longer. */
  private boolean isSetBack(Instant now) {
    return restsUntil.isAfter(now.plus(REST));
  }

  synchronized void answered() {
    if (unanswered >= MOST_UNANSWERED) {
      log.info("the dossier office answers again");
    }
    unanswered = 0;
  }

  synchronized void unanswered(String reason) {
    unanswered++;
    restsUntil = clock.instant().plus(REST);
    if (unanswered == MOST_UNANSWERED) {
      log.warn(
          "the dossier office does not answer and is left alone for a while, reason={}", reason);
    }
  }
}
