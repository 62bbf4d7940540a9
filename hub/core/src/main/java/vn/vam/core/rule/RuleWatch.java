package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.rule.RuleState.Phase;
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
  private final Suspicion suspicion;
  private final Moments moments;
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
    this.announcer = new Announcer(rule, place, raise, telling, stage);
    this.suspicion = new Suspicion(rule, raise, ladder, stage, announcer);
    this.moments = new Moments(rule.staleAfter());
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
    return announcer.tally();
  }

  /** What is told of both is counted once. */
  void handOver(RuleWatch next) {
    announcer.handOver(next.announcer);
  }

  boolean waitsForSilence() {
    return telling.waits();
  }

  void restore(RuleState state) {
    if (state.rung() > 0) {
      changed |= ladder.isBrokenOff(state);
      return;
    }
    stage.restore(state);
    moments.restore(state);
    if (stage.isTiming() && !awaited().mayHold(state.lastValue())) {
      // It was timing another level than it has now.
      stage.interrupt(state.lastAt());
      changed = true;
    }
    telling.restore(state.silences(), state.lastAt(), isRaised());
  }

  /** What would change its phase. */
  Condition awaited() {
    return isRaised() ? rule.clear() : rule.raise();
  }

  /** Told once, when an engine takes up its work. */
  void begin(Instant now) {
    telling.resume(now);
    listen(now);
    if (goesByTime && (moments.judgedAt().equals(Instant.MIN) || isOtherThanIn(stage.phase()))) {
      wakes.add(now);
    }
  }

  /** Since when it has waited for a device has to survive a restart. */
  private void listen(Instant now) {
    if (telling.begin(now)) {
      moments.beginAt(now);
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
    Instant at = moments.judgedAt();
    boolean breach = raise.holds(at);
    return switch (known) {
      case NORMAL -> breach && rule.schedule().isActive(at);
      case RAISED -> isSafe(at);
      case PENDING -> !breach;
      case CLEARING -> !isSafe(at);
    };
  }

  private boolean isSafe(Instant at) {
    return clear.holds(at) && !raise.holds(at) && !ladder.mayHold(at);
  }

  /** What was measured longer ago alerts nobody. */
  boolean isFresh(Instant at, Instant now) {
    return moments.isFresh(at, now);
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
    moments.judged(at);
    moments.tookAt(at);
  }

  /** An alert that an earlier run had raised. */
  void recallRaised(Instant at) {
    stage.noteRaised(at);
  }

  boolean isRaised() {
    return stage.isRaised();
  }

  /** Nobody looks any more: the end of the alert that stands, where one does. */
  Optional<AlertChange> leave(Instant now) {
    return isRaised()
        ? Optional.of(announcer.unwatched(ladder.reached(), now, moments.lastValue()))
        : Optional.empty();
  }

  /** Whether a change may come from the mere passing of time. */
  boolean isTiming() {
    return stage.isTiming();
  }

  /** Whether it was looked at later than this: more of its kind may be on their way. */
  boolean isHeardAfter(Instant now) {
    return moments.heardAt().isAfter(now);
  }

  /** The next instant at which something may change by itself; {@link Instant#MAX} for none. */
  Instant next() {
    Instant next =
        Gauge.earlier(Gauge.earlier(due(), ladder.due()), wakes.after(moments.judgedAt()));
    return next.isAfter(freshUntil()) ? Instant.MAX : next;
  }

  private Instant freshUntil() {
    return goesByTime ? Instant.MAX : moments.freshUntil();
  }

  /** When what it is timing has held long enough; {@link Instant#MAX} where it times nothing. */
  Instant due() {
    return stage.due();
  }

  /** Lets time pass, that instant included. */
  void pass(Instant until, List<AlertChange> changes) {
    for (Instant at = next(); !at.isAfter(until) && !at.equals(Instant.MAX); at = next()) {
      if (wakes.after(moments.judgedAt()).isAfter(at)) {
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
    moments.judged(at);
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
    moments.passedOver(at, value, heard);
    changed = true;
  }

  /** Something new is known as of {@code at}. */
  void look(Instant at, Instant now, List<AlertChange> changes) {
    moments.heard(now);
    wakes.open();
    if (freshUntil().isBefore(at)) {
      interrupt(freshUntil());
      ladder.interrupt();
    }
    moments.tookAt(at);
    judge(at.isAfter(moments.judgedAt()) ? at : moments.judgedAt(), changes);
  }

  private void judge(Instant at, List<AlertChange> changes) {
    Phase before = stage.phase();
    boolean waited = ladder.isTiming();
    moments.lookedAt(at);
    boolean breach = raise.holds(at);
    boolean mayBegin = rule.schedule().isActive(at);
    measure(at);
    if (breach && !mayBegin && !isRaised()) {
      rule.schedule().closedBy(at).ifPresent(tally()::missed);
    }
    ladder
        .judge(at, mayBegin, isRaised(), gauge -> suspicion.since(gauge, at))
        .ifPresent(climb -> climbed(climb, changes));
    step(at, breach && mayBegin, changes);
    if (telling.waits() && breach && mayBegin && isRaised()) {
      changed |= announcer.further(ladder.reached(), at, changes);
    }
    changed |=
        telling.turns(at) || isTiming() || stage.phase() != before || waited || ladder.isTiming();
  }

  private void measure(Instant at) {
    double value = (isRaised() ? clear : raise).value(at);
    if (!Double.isNaN(value)) {
      moments.measured(value);
      tally().saw(value);
    }
  }

  private void climbed(Climb climb, List<AlertChange> changes) {
    changed = true;
    announcer.climbed(climb, changes);
    stage.raise(climb.since());
  }

  private void step(Instant at, boolean breach, List<AlertChange> changes) {
    switch (stage.phase()) {
      case NORMAL -> begin(breach, at, changes);
      case PENDING -> hold(breach, at, changes);
      case RAISED -> begin(isSafe(at), at, changes);
      case CLEARING -> hold(isSafe(at), at, changes);
    }
  }

  private void begin(boolean holds, Instant at, List<AlertChange> changes) {
    if (holds) {
      stage.begin(isRaised() ? at : suspicion.since(raise, at));
      hold(true, at, changes);
    }
  }

  /**
   * A value that is suspect.
   *
   * @param before the doubted one before it, where no good one came between them
   */
  Optional<AlertChange> doubt(Series series, Optional<Doubt> before, Doubt doubt) {
    return suspicion.of(series, before, doubt, freshUntil());
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
    tally().held(stage.holding(at));
    stage.interrupt(moments.lastAt());
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
      announcer.raised(severity, at, moments.lastValue(), changes);
    } else {
      ladder.reset();
      announcer.cleared(severity, at, moments.lastValue(), changes);
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
            rule.id(),
            place,
            0,
            stage.phase(),
            stage.since(),
            moments.lastAt(),
            moments.lastValue(),
            telling.kept()));
    states.addAll(ladder.states(rule, place, moments.lastAt()));
    return states;
  }
}
