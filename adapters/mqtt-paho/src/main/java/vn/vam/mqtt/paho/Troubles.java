package vn.vam.mqtt.paho;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the attempts in a row that came to nothing and tells of them: at once when the reason is a
 * new one, else every tenth time, since a broker that is away for a night must not fill the log.
 * Used by one thread.
 */
final class Troubles {
  private static final Logger log = LoggerFactory.getLogger(Troubles.class);
  private static final int TELL_EVERY = 10;

  /** A connection that broke sooner counts as one more failure: the pauses get longer. */
  private static final Duration STEADY_AFTER = Duration.ofSeconds(10);

  private final PahoConfig config;
  private int inARow;
  private String told = "";
  private long begun;

  Troubles(PahoConfig config) {
    this.config = config;
  }

  void beginAttempt() {
    begun = System.nanoTime();
  }

  int inARow() {
    return inARow;
  }

  /** The attempt did not succeed. */
  void failed(String reason) {
    inARow++;
    tell("cannot connect to the broker", reason);
  }

  /** The attempt had succeeded and the connection broke later. */
  void lost(String reason) {
    boolean steady = System.nanoTime() - begun >= STEADY_AFTER.toNanos();
    inARow = steady ? 0 : inARow + 1;
    tell("the broker connection was lost", reason);
  }

  private void tell(String what, String reason) {
    if (inARow == 0 || inARow % TELL_EVERY == 0 || !reason.equals(told)) {
      log.warn(
          "{}, connection={} broker={} attempts={} reason={}",
          what,
          config.connection(),
          config.address(),
          inARow,
          reason);
    }
    told = reason;
  }
}
