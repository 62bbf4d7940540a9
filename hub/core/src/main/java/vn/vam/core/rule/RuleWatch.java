package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.rule.RuleState.Phase;
import vn.vam.core.station.StationId;

/**
 * One rule at one station: the state machine. A value holds until the next one comes, but no longer
 * than {@link Rule#staleAfter()}.
 */
final class RuleWatch {
  private final Rule rule;
  private final StationId station;
  private Phase phase = Phase.NORMAL;
  private Instant since = Instant.EPOCH;
  private Instant lastAt = Instant.MIN;
  private double lastValue;
  private Instant heardAt = Instant.MIN;

  RuleWatch(Rule rule, StationId station) {
    this.rule = rule;
    this.station = station;
  }

  void restore(RuleState state) {
    phase = state.phase();
    since = state.since();
    lastAt = state.lastAt();
    lastValue = state.lastValue();
  }

  /** A timer's own state tells the newest value already. */
  void recall(Instant at, double value) {
    if (!isTiming() && at.isAfter(lastAt)) {
      lastAt = at;
      lastValue = value;
    }
  }

  RuleState state() {
    return new RuleState(rule.id(), station, phase, since, lastAt, lastValue);
  }

  Phase phase() {
    return phase;
  }

  Rule rule() {
    return rule;
  }

  /** Whether a change may come from the mere passing of time. */
  boolean isTiming() {
    return phase == Phase.PENDING || phase == Phase.CLEARING;
  }

  /**
   * A change that fell due before {@code now} and needs no further value. While old values are
   * still coming in, the next of them may prevent it: the newest must have been heard before {@code
   * now}.
   */
  Optional<AlertChange> advance(Instant now) {
    return heardAt.isAfter(now) ? Optional.empty() : overdue(now);
  }

  private Optional<AlertChange> overdue(Instant now) {
    if (!isTiming() || due().isAfter(now) || due().isAfter(lastAt.plus(rule.staleAfter()))) {
      return Optional.empty();
    }
    return Optional.of(change(due()));
  }

  /** Takes a value in; older ones than the newest seen change nothing. */
  List<AlertChange> accept(Instant at, double value, Instant now) {
    if (at.isBefore(lastAt)) {
      return List.of();
    }
    heardAt = now;
    Optional<AlertChange> overdue = overdue(at.minusNanos(1));
    if (isTiming() && lastAt.plus(rule.staleAfter()).isBefore(at)) {
      interrupt();
    }
    lastAt = at;
    lastValue = value;
    Optional<AlertChange> next = step(at, value);
    return Stream.of(overdue, next).flatMap(Optional::stream).toList();
  }

  private Optional<AlertChange> step(Instant at, double value) {
    return switch (phase) {
      case NORMAL -> begin(rule.raise().holds(value), Phase.PENDING, at);
      case PENDING -> hold(rule.raise().holds(value), at);
      case RAISED -> begin(rule.clear().holds(value), Phase.CLEARING, at);
      case CLEARING -> hold(rule.clear().holds(value), at);
    };
  }

  private Optional<AlertChange> begin(boolean holds, Phase timing, Instant at) {
    if (!holds) {
      return Optional.empty();
    }
    phase = timing;
    since = at;
    return hold(true, at);
  }

  private Optional<AlertChange> hold(boolean holds, Instant at) {
    if (!holds) {
      interrupt();
      return Optional.empty();
    }
    return due().isAfter(at) ? Optional.empty() : Optional.of(change(due()));
  }

  /** Back to the phase in which the timer was started. */
  private void interrupt() {
    phase = phase == Phase.PENDING ? Phase.NORMAL : Phase.RAISED;
    since = lastAt;
  }

  private Instant due() {
    Duration wait = phase == Phase.PENDING ? rule.raiseFor() : rule.clearFor();
    return since.plus(wait);
  }

  private AlertChange change(Instant at) {
    boolean raised = phase == Phase.PENDING;
    phase = raised ? Phase.RAISED : Phase.NORMAL;
    since = at;
    return raised
        ? new AlertChange.Raised(rule.id(), station, rule.severity(), at, lastValue)
        : new AlertChange.Cleared(rule.id(), station, rule.severity(), at, lastValue);
  }
}
