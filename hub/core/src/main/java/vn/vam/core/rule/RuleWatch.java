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
  private final Telling telling;
  private final Stage stage;
  private final Wakes wakes;
  private final Announcer announcer;
  private Tally tally = new Tally();
  private Instant lastAt = Instant.MIN;
  private double lastValue;
  private Instant heardAt = Instant.MIN;

  /** Up to here it has been judged. */
  private Instant judgedAt = Instant.MIN;

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
    this.stage = new Stage(rule);
    this.wakes = new Wakes(raise, clear, ladder, rule.schedule());
    this.announcer = new Announcer(rule.id(), place);
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
    stage.restore(state);
    lastAt = state.lastAt();
    lastValue = state.lastValue();
    judgedAt = state.since().isAfter(lastAt) ? state.since() : lastAt;
    telling.restore(state.silences(), lastAt, isRaised());
  }

  /** Told once, when an engine takes up its work. */
  void begin(Instant now) {
    telling.resume(now);
    listen(now);
    if (goesByTime && (judgedAt.equals(Instant.MIN) || isOtherThanIn(stage.phase()))) {
      wakes.add(now);
    }
  }

  /** Since when it has waited for a device has to survive a restart. */
  private void listen(Instant now) {
    if (telling.begin(now)) {
      lastAt = lastAt.equals(Instant.MIN) ? now : lastAt;
      changed = true;
    }
  }

  /** What it has come to know has to survive a restart. */
  void remember() {
    changed = true;
  }

  /** Its station has other devices from now on. */
  void expect(Listed devices, Instant now) {
    telling.expect(devices);
    listen(now);
    wakes.add(now);
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

  /** What was measured longer ago alerts nobody. */
  boolean isFresh(Instant at, Instant now) {
    return !at.plus(rule.staleAfter()).isBefore(now);
  }

  /**
   * Something came that is not fresh: what it makes of the windows counts from here on.
   *
   * @param passed up to where time has passed
   */
  void close(Instant passed) {
    if (!isHeardAfter(passed)) {
      wakes.close(passed);
    }
  }

  /**
   * An earlier run has judged up to here.
   *
   * @param now when it did
   */
  void recall(Instant at, Instant now) {
    if (!isFresh(at, now)) {
      close(now.minus(RuleEngine.LATENESS));
    }
    judgedAt = at.isAfter(judgedAt) ? at : judgedAt;
    lastAt = at.isAfter(lastAt) ? at : lastAt;
  }

  /** An alert that an earlier run had raised. */
  void recallRaised(Instant at) {
    stage.noteRaised(at);
  }

  boolean isRaised() {
    return stage.isRaised();
  }

  /** Whether a change may come from the mere passing of time. */
  boolean isTiming() {
    return stage.isTiming();
  }

  /** Whether it was looked at later than this: more of its kind may be on their way. */
  boolean isHeardAfter(Instant now) {
    return heardAt.isAfter(now);
  }

  /** The next instant at which something may change by itself; {@link Instant#MAX} for none. */
  Instant next() {
    Instant next = Gauge.earlier(Gauge.earlier(due(), ladder.due()), wakes.after(judgedAt));
    return next.isAfter(freshUntil()) ? Instant.MAX : next;
  }

  private Instant freshUntil() {
    return goesByTime ? Instant.MAX : lastAt.plus(rule.staleAfter());
  }

  /** When what it is timing has held long enough; {@link Instant#MAX} where it times nothing. */
  Instant due() {
    return stage.due();
  }

  /** Lets time pass, that instant included. */
  void pass(Instant until, List<AlertChange> changes) {
    for (Instant at = next(); !at.isAfter(until) && !at.equals(Instant.MAX); at = next()) {
      if (wakes.after(judgedAt).isAfter(at)) {
        fire(at, changes);
      } else {
        wakes.woke();
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
    wakes.open();
    if (freshUntil().isBefore(at)) {
      interrupt(freshUntil());
      ladder.interrupt();
    }
    lastAt = at.isAfter(lastAt) ? at : lastAt;
    judge(at.isAfter(judgedAt) ? at : judgedAt, changes);
  }

  private void judge(Instant at, List<AlertChange> changes) {
    Phase before = stage.phase();
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
    changed |=
        telling.turns(at) || isTiming() || stage.phase() != before || waited || ladder.isTiming();
  }

  /** Other devices are silent while the alert stands. */
  private void tellFurther(Instant at, List<AlertChange> changes) {
    List<DeviceId> devices = raise.devices(at);
    Severity severity = ladder.reached();
    if (telling.isNews(devices)) {
      changed = true;
      changes.add(announcer.escalated(severity, at, raise.value(at), telling.tell(devices)));
    } else if (!devices.isEmpty() && telling.isOther(devices)) {
      changed = true;
      changes.add(announcer.still(severity, at, raise.value(at), telling.tellStill(devices)));
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
      changes.add(announcer.escalated(severity, at, climb.value(), devices));
    } else {
      raised(announcer.raised(severity, at, climb.value(), devices), changes);
    }
    stage.raise(at);
  }

  private void raised(AlertChange.Raised change, List<AlertChange> changes) {
    tally.addRaised();
    stage.noteRaised(change.at());
    changes.add(change);
  }

  private void step(Instant at, boolean breach, boolean safe, List<AlertChange> changes) {
    switch (stage.phase()) {
      case NORMAL -> begin(breach, at, changes);
      case PENDING -> hold(breach, at, changes);
      case RAISED -> begin(safe, at, changes);
      case CLEARING -> hold(safe, at, changes);
    }
  }

  private void begin(boolean holds, Instant at, List<AlertChange> changes) {
    if (holds) {
      stage.begin(at);
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
    tally.held(stage.holding(at));
    stage.interrupt(lastAt);
  }

  private void change(Instant at, List<AlertChange> changes) {
    boolean raised = !isRaised();
    if (raised && telling.waits()) {
      // A silence has grown since it was looked at.
      measure(at);
    }
    Severity severity = ladder.reached();
    stage.complete(at);
    if (raised) {
      List<DeviceId> devices = telling.tell(raise.devices(at));
      raised(announcer.raised(severity, at, lastValue, devices), changes);
    } else {
      ladder.reset();
      telling.ends();
      changes.add(announcer.cleared(severity, at, lastValue));
    }
  }

  /** For how long the breach has been holding without being raised; zero where it does not. */
  Duration holding(Instant now) {
    return stage.holding(Gauge.earlier(now, freshUntil()));
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
    states.add(
        new RuleState(
            rule.id(), place, 0, stage.phase(), stage.since(), lastAt, lastValue, telling.kept()));
    states.addAll(ladder.states(rule, place, lastAt));
    return states;
  }
}
