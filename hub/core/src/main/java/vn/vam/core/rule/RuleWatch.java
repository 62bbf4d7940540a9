package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vam.core.rule.RuleState.Phase;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/**
 * One rule at one place: the state machine. What was measured holds until the next value comes, but
 * no longer than {@link Rule#staleAfter()}.
 */
final class RuleWatch {
  private final long number;
  private final Rule rule;
  private final StationId place;
  private final Gauge raise;
  private final Gauge clear;
  private final Ladder ladder;
  private final boolean goesByTime;
  private final Flapping flapping;
  private final Telling telling;
  private Tally tally = new Tally();
  private Phase phase = Phase.NORMAL;
  private Instant since = Instant.EPOCH;
  private Instant lastAt = Instant.MIN;
  private double lastValue;
  private Instant heardAt = Instant.MIN;

  /** Up to here it has been judged. */
  private Instant judgedAt = Instant.MIN;

  private Instant beginsAt = Instant.MAX;
  private boolean changed;

  /**
   * @param number by which those who hear of the same value are told in order
   * @param telling of whose silence
   * @param goesByTime whether it needs no fresh value to change
   */
  RuleWatch(
      long number,
      Rule rule,
      StationId place,
      Gauge raise,
      Gauge clear,
      Ladder ladder,
      Telling telling,
      boolean goesByTime) {
    this.number = number;
    this.rule = rule;
    this.place = place;
    this.raise = raise;
    this.clear = clear;
    this.ladder = ladder;
    this.telling = telling;
    this.goesByTime = goesByTime;
    this.flapping = new Flapping(rule.damping());
  }

  long number() {
    return number;
  }

  Rule rule() {
    return rule;
  }

  StationId place() {
    return place;
  }

  Tally tally() {
    return tally;
  }

  /** What is told of both is counted once. */
  void handOver(RuleWatch next) {
    next.tally = tally;
  }

  boolean waitsForSilence() {
    return telling.waits();
  }

  void restore(RuleState state) {
    if (state.rung() > 0) {
      ladder.restore(state);
      return;
    }
    phase = state.phase();
    since = state.since();
    lastAt = state.lastAt();
    lastValue = state.lastValue();
    judgedAt = since.isAfter(lastAt) ? since : lastAt;
    telling.restore(state.silences(), lastAt, isRaised());
  }

  /** Told once, when an engine takes up its work. */
  void begin(Instant now) {
    telling.resume(now);
    listen(now);
    if (goesByTime && (judgedAt.equals(Instant.MIN) || isOtherThanIn(phase))) {
      beginsAt = now;
    }
  }

  /** Since when it has waited for a device has to survive a restart. */
  private void listen(Instant now) {
    if (telling.begin(now)) {
      lastAt = lastAt.equals(Instant.MIN) ? now : lastAt;
      changed = true;
    }
  }

  /** Its station has other devices from now on. */
  void expect(Listed devices, Instant now) {
    telling.expect(devices);
    listen(now);
    beginsAt = now;
    changed = true;
  }

  /** Whether an earlier run, with rules of its own, would have judged otherwise. */
  private boolean isOtherThanIn(Phase known) {
    boolean breach = raise.holds(judgedAt);
    return switch (known) {
      case NORMAL -> breach && rule.schedule().isActive(judgedAt);
      case RAISED -> !breach && clear.holds(judgedAt);
      case PENDING -> !breach;
      case CLEARING -> breach || !clear.holds(judgedAt);
    };
  }

  /** An earlier run has judged up to here. */
  void recall(Instant at) {
    judgedAt = at.isAfter(judgedAt) ? at : judgedAt;
    lastAt = at.isAfter(lastAt) ? at : lastAt;
  }

  /** An alert that an earlier run had raised. */
  void recallRaised(Instant at) {
    flapping.raised(at);
  }

  boolean isRaised() {
    return phase == Phase.RAISED || phase == Phase.CLEARING;
  }

  /** Whether a change may come from the mere passing of time. */
  boolean isTiming() {
    return phase == Phase.PENDING || phase == Phase.CLEARING;
  }

  /** Whether it was looked at later than this: more of its kind may be on their way. */
  boolean isHeardAfter(Instant now) {
    return heardAt.isAfter(now);
  }

  /** The next instant at which something may change by itself; {@link Instant#MAX} for none. */
  Instant next() {
    Instant next = Gauge.earlier(Gauge.earlier(due(), ladder.due()), wakesAt());
    return next.isAfter(freshUntil()) ? Instant.MAX : next;
  }

  private Instant wakesAt() {
    if (judgedAt.equals(Instant.MIN)) {
      return beginsAt;
    }
    Instant ends = Gauge.earlier(raise.changesAfter(judgedAt), clear.changesAfter(judgedAt));
    Instant turns =
        Gauge.earlier(ladder.changesAfter(judgedAt), rule.schedule().edgeAfter(judgedAt));
    return Gauge.earlier(beginsAt, Gauge.earlier(ends, turns));
  }

  private Instant freshUntil() {
    return goesByTime ? Instant.MAX : lastAt.plus(rule.staleAfter());
  }

  /** When what it is timing has held long enough; {@link Instant#MAX} where it times nothing. */
  Instant due() {
    return switch (phase) {
      case PENDING -> since.plus(rule.raiseFor());
      case CLEARING -> since.plus(flapping.clearFor(rule.clearFor()));
      case NORMAL, RAISED -> Instant.MAX;
    };
  }

  /** Lets time pass, that instant included. */
  void pass(Instant until, List<AlertChange> changes) {
    for (Instant at = next(); !at.isAfter(until) && !at.equals(Instant.MAX); at = next()) {
      if (wakesAt().isAfter(at)) {
        fire(at, changes);
      } else {
        beginsAt = Instant.MAX;
        judge(at, changes);
      }
    }
  }

  /** A timer is over; what it waited for has held all the time. */
  private void fire(Instant at, List<AlertChange> changes) {
    changed = true;
    judgedAt = at.isAfter(judgedAt) ? at : judgedAt;
    ladder.expire(at, isRaised()).ifPresent(climb -> climbed(climb, changes));
    if (isTiming() && !due().isAfter(at)) {
      change(due(), changes);
    }
  }

  /**
   * Values that kept what it is timing, and that it need not look at one by one.
   *
   * @param at of the last of them
   * @param heard when that came
   */
  void dozed(Instant at, double value, Instant heard) {
    if (!at.isBefore(lastAt)) {
      lastAt = at;
      lastValue = value;
      judgedAt = at.isAfter(judgedAt) ? at : judgedAt;
    }
    heardAt = heard.isAfter(heardAt) ? heard : heardAt;
    changed = true;
  }

  /** Something new is known as of {@code at}. */
  void look(Instant at, Instant now, List<AlertChange> changes) {
    heardAt = now;
    if (freshUntil().isBefore(at)) {
      interrupt(freshUntil());
      ladder.interrupt();
    }
    lastAt = at.isAfter(lastAt) ? at : lastAt;
    judge(at.isAfter(judgedAt) ? at : judgedAt, changes);
  }

  private void judge(Instant at, List<AlertChange> changes) {
    Phase before = phase;
    boolean waited = ladder.isTiming();
    judgedAt = at;
    lastAt = lastAt.equals(Instant.MIN) ? at : lastAt;
    boolean breach = raise.holds(at);
    boolean mayBegin = rule.schedule().isActive(at);
    measure(at);
    ladder.judge(at, mayBegin, isRaised()).ifPresent(climb -> climbed(climb, changes));
    step(at, breach && mayBegin, !breach && clear.holds(at), changes);
    if (telling.waits() && breach && mayBegin && isRaised()) {
      tellFurther(at, changes);
    }
    changed |= telling.turns(at) || isTiming() || phase != before || waited || ladder.isTiming();
  }

  /** More devices have fallen silent while the alert stands. */
  private void tellFurther(Instant at, List<AlertChange> changes) {
    List<DeviceId> devices = raise.devices(at);
    if (telling.isNews(devices)) {
      changed = true;
      changes.add(
          new AlertChange.Escalated(
              rule.id(), place, ladder.reached(), at, raise.value(at), telling.tell(devices)));
    }
  }

  private void measure(Instant at) {
    double value = (isRaised() ? clear : raise).value(at);
    if (!Double.isNaN(value)) {
      lastValue = value;
      tally.saw(value);
    }
  }

  private void climbed(Climb climb, List<AlertChange> changes) {
    changed = true;
    Severity severity = climb.severity();
    Instant at = climb.since();
    List<DeviceId> devices = telling.tell(raise.devices(at));
    if (isRaised()) {
      changes.add(
          new AlertChange.Escalated(rule.id(), place, severity, at, climb.value(), devices));
    } else {
      raised(
          new AlertChange.Raised(rule.id(), place, severity, at, climb.value(), devices), changes);
    }
    phase = Phase.RAISED;
    since = at;
  }

  private void raised(AlertChange.Raised change, List<AlertChange> changes) {
    tally.addRaised();
    flapping.raised(change.at());
    changes.add(change);
  }

  private void step(Instant at, boolean breach, boolean safe, List<AlertChange> changes) {
    switch (phase) {
      case NORMAL -> begin(breach, Phase.PENDING, at, changes);
      case PENDING -> hold(breach, at, changes);
      case RAISED -> begin(safe, Phase.CLEARING, at, changes);
      case CLEARING -> hold(safe, at, changes);
    }
  }

  private void begin(boolean holds, Phase timing, Instant at, List<AlertChange> changes) {
    if (holds) {
      phase = timing;
      since = at;
      hold(true, at, changes);
    }
  }

  private void hold(boolean holds, Instant at, List<AlertChange> changes) {
    if (!holds) {
      interrupt(at);
    } else if (!due().isAfter(at)) {
      change(due(), changes);
    }
  }

  /** Back to the phase in which the timer was started. */
  private void interrupt(Instant at) {
    if (phase == Phase.PENDING) {
      tally.held(Duration.between(since, at));
    }
    if (isTiming()) {
      phase = phase == Phase.PENDING ? Phase.NORMAL : Phase.RAISED;
      since = lastAt;
    }
  }

  private void change(Instant at, List<AlertChange> changes) {
    boolean raised = phase == Phase.PENDING;
    Severity severity = ladder.reached();
    phase = raised ? Phase.RAISED : Phase.NORMAL;
    since = at;
    if (raised) {
      List<DeviceId> devices = telling.tell(raise.devices(at));
      raised(new AlertChange.Raised(rule.id(), place, severity, at, lastValue, devices), changes);
    } else {
      ladder.reset();
      telling.ends();
      changes.add(new AlertChange.Cleared(rule.id(), place, severity, at, lastValue));
    }
  }

  /** For how long the breach has been holding without being raised; zero where it does not. */
  Duration holding(Instant now) {
    return phase == Phase.PENDING
        ? Duration.between(since, Gauge.earlier(now, freshUntil()))
        : Duration.ZERO;
  }

  boolean isChanged() {
    return changed;
  }

  /** What is to be kept since the last call; empty where nothing changed. */
  List<RuleState> takeChanged() {
    List<RuleState> states = changed ? states() : List.of();
    changed = false;
    return states;
  }

  private List<RuleState> states() {
    List<RuleState> states = new ArrayList<>();
    states.add(new RuleState(rule.id(), place, 0, phase, since, lastAt, lastValue, telling.kept()));
    states.addAll(ladder.states(rule, place, lastAt));
    return states;
  }
}
