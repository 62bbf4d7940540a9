package vn.vam.core.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.vam.core.rule.RuleState.Phase;
import vn.vam.core.station.StationId;

/** How severe an alert is at one place: the steps of its rule, and the highest reached. */
final class Ladder {
  private final Severity lowest;
  private final List<Climb> climbs;
  private Severity reached;

  /**
   * @param climbs rising
   */
  Ladder(Severity lowest, List<Climb> climbs) {
    this.lowest = lowest;
    this.climbs = List.copyOf(climbs);
    this.reached = lowest;
  }

  Severity reached() {
    return reached;
  }

  /**
   * Restores a step.
   *
   * @return whether it is otherwise now than it was kept
   */
  boolean isBrokenOff(RuleState state) {
    if (state.rung() > climbs.size()) {
      return false;
    }
    Climb climb = climbs.get(state.rung() - 1);
    climb.restore(state);
    if (climb.phase() == Phase.RAISED && climb.severity().compareTo(reached) > 0) {
      reached = climb.severity();
    }
    return climb.phase() != state.phase();
  }

  /** Whether a step that was reached holds still, or nobody knows. */
  boolean mayHold(Instant at) {
    return climbs.stream()
        .anyMatch(climb -> climb.phase() == Phase.RAISED && climb.gauge().mayHold(at));
  }

  Instant due() {
    Instant due = Instant.MAX;
    for (Climb climb : climbs) {
      due = Gauge.earlier(due, climb.due());
    }
    return due;
  }

  Instant changesAfter(Instant at) {
    Instant next = Instant.MAX;
    for (Climb climb : climbs) {
      next = Gauge.earlier(next, climb.gauge().changesAfter(at));
    }
    return next;
  }

  /**
   * The highest step that is reached by the mere passing of time.
   *
   * @param raised whether an alert stands: then only higher steps than the present one count
   */
  Optional<Climb> expire(Instant at, boolean raised) {
    Optional<Climb> highest = Optional.empty();
    for (Climb climb : climbs) {
      highest = climb.isReached(at) ? Optional.of(climb) : highest;
    }
    return highest.filter(climb -> isHigher(climb, raised)).map(this::reach);
  }

  /**
   * The highest step that nobody has climbed, and that a doubted value would reach.
   *
   * @param calm whether no alert stands
   */
  Optional<Climb> wouldReach(Series series, Doubt doubt, boolean calm) {
    return climbs.stream()
        .filter(climb -> climb.phase() != Phase.PENDING)
        .filter(climb -> calm || climb.severity().compareTo(reached) > 0)
        .filter(climb -> climb.gauge().supposing(series, doubt).holds(doubt.at()))
        .reduce((lower, higher) -> higher);
  }

  /**
   * The highest step that what is known now reaches.
   *
   * @param since when a gauge that holds began to
   */
  Optional<Climb> judge(
      Instant at, boolean mayBegin, boolean raised, Function<Gauge, Instant> since) {
    Optional<Climb> highest = Optional.empty();
    for (Climb climb : climbs) {
      highest = climb.step(at, mayBegin, since) ? Optional.of(climb) : highest;
    }
    return highest.filter(climb -> isHigher(climb, raised)).map(this::reach);
  }

  private boolean isHigher(Climb climb, boolean raised) {
    return !raised || climb.severity().compareTo(reached) > 0;
  }

  private Climb reach(Climb climb) {
    reached = climb.severity();
    return climb;
  }

  boolean isTiming() {
    return climbs.stream().anyMatch(climb -> climb.phase() == Phase.PENDING);
  }

  void interrupt() {
    climbs.forEach(Climb::interruptIfWaiting);
  }

  void reset() {
    reached = lowest;
    climbs.forEach(Climb::reset);
  }

  /** Of each step, from rung 1 on. */
  List<RuleState> states(Rule rule, StationId place, Instant lastAt) {
    List<RuleState> states = new ArrayList<>();
    for (Climb climb : climbs) {
      int rung = states.size() + 1;
      states.add(
          new RuleState(
              rule.id(), place, rung, climb.phase(), climb.since(), lastAt, climb.value()));
    }
    return states;
  }
}
