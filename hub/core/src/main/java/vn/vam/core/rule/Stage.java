package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import vn.vam.core.rule.RuleState.Phase;

/** Where a watch is on the way from calm to alarm and back, and since when. */
final class Stage {
  private final Duration raiseFor;
  private final Duration clearFor;
  private final Flapping flapping;
  private Phase phase = Phase.NORMAL;
  private Instant since = Instant.EPOCH;

  Stage(Rule rule) {
    this.raiseFor = rule.raiseFor();
    this.clearFor = rule.clearFor();
    this.flapping = new Flapping(rule.damping());
  }

  void restore(RuleState state) {
    phase = state.phase();
    since = state.since();
  }

  Phase phase() {
    return phase;
  }

  /** When the level began to hold that it is timing; when the phase began otherwise. */
  Instant since() {
    return since;
  }

  boolean isRaised() {
    return phase.isRaised();
  }

  /** Whether a change may come from the mere passing of time. */
  boolean isTiming() {
    return phase == Phase.PENDING || phase == Phase.CLEARING;
  }

  /** When what it is timing has held long enough; {@link Instant#MAX} where it times nothing. */
  Instant due() {
    return switch (phase) {
      case PENDING -> since.plus(raiseFor);
      case CLEARING -> since.plus(flapping.clearFor(clearFor));
      case NORMAL, RAISED -> Instant.MAX;
    };
  }

  /** How long a breach has been holding that is not raised; zero where none does. */
  Duration holding(Instant until) {
    return phase == Phase.PENDING ? Duration.between(since, until) : Duration.ZERO;
  }

  /** Whether no alert stands or is on its way at that instant, if nothing is heard until then. */
  boolean isCalm(Instant at) {
    return phase == Phase.NORMAL || (phase == Phase.CLEARING && !due().isAfter(at));
  }

  /** What leads on from here began to hold. */
  void begin(Instant at) {
    phase = isRaised() ? Phase.CLEARING : Phase.PENDING;
    since = at;
  }

  /** What it was timing holds no more: back to where it was before. */
  void interrupt(Instant at) {
    if (isTiming()) {
      phase = isRaised() ? Phase.RAISED : Phase.NORMAL;
      since = at;
    }
  }

  /** What it was timing has held long enough. */
  void complete(Instant at) {
    phase = isRaised() ? Phase.NORMAL : Phase.RAISED;
    since = at;
  }

  /** An alert stands from here on, wherever it was before. */
  void raise(Instant at) {
    phase = Phase.RAISED;
    since = at;
  }

  /** An alert was raised, perhaps by an earlier run. */
  void noteRaised(Instant at) {
    flapping.raised(at);
  }
}
