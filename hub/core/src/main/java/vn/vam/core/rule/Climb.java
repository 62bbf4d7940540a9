package vn.vam.core.rule;

import java.time.Instant;
import java.util.function.Function;
import vn.vam.core.rule.RuleState.Phase;

/** One step of a ladder at one place: calm, waiting, or reached until the alert is cleared. */
final class Climb {
  private final Rung rung;
  private final Gauge gauge;
  private Phase phase = Phase.NORMAL;
  private Instant since = Instant.EPOCH;
  private double value;

  Climb(Rung rung, Gauge gauge) {
    this.rung = rung;
    this.gauge = gauge;
  }

  Severity severity() {
    return rung.severity();
  }

  Gauge gauge() {
    return gauge;
  }

  Phase phase() {
    return phase;
  }

  Instant since() {
    return since;
  }

  double value() {
    return value;
  }

  void restore(RuleState state) {
    phase = state.phase();
    since = state.since();
    value = state.lastValue();
    if (!rung.raise().mayHold(value)) {
      interruptIfWaiting();
    }
  }

  /** When it is reached if nothing interrupts it; {@link Instant#MAX} while it is not waiting. */
  Instant due() {
    return phase == Phase.PENDING ? since.plus(rung.holdFor()) : Instant.MAX;
  }

  /**
   * Judges anew; whether the step is reached now.
   *
   * @param whence when a gauge that holds began to
   */
  boolean step(Instant at, boolean mayBegin, Function<Gauge, Instant> whence) {
    boolean holds = mayBegin && gauge.holds(at);
    if (holds) {
      value = gauge.value(at);
    }
    return switch (phase) {
      case NORMAL -> holds && begin(whence.apply(gauge), at);
      case PENDING -> holds ? isReached(at) : interrupt();
      case RAISED, CLEARING -> false;
    };
  }

  private boolean begin(Instant from, Instant at) {
    phase = Phase.PENDING;
    since = from;
    return isReached(at);
  }

  private boolean interrupt() {
    phase = Phase.NORMAL;
    return false;
  }

  /** Whether it has been waiting for long enough; then it waits no more. */
  boolean isReached(Instant at) {
    if (phase != Phase.PENDING || due().isAfter(at)) {
      return false;
    }
    since = due();
    phase = Phase.RAISED;
    return true;
  }

  void interruptIfWaiting() {
    if (phase == Phase.PENDING) {
      phase = Phase.NORMAL;
    }
  }

  void reset() {
    phase = Phase.NORMAL;
  }
}
