package vn.vam.runtime.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.vam.core.alert.Alert;
import vn.vam.core.operator.Call;
import vn.vam.core.operator.CallDesk;
import vn.vam.core.operator.CallDrafts;
import vn.vam.core.operator.Calls;
import vn.vam.core.operator.Operators;
import vn.vam.core.operator.Storms;
import vn.vam.core.operator.Suspected;
import vn.vam.core.station.StationId;
import vn.vam.runtime.flow.LoopVerticle;
import vn.vam.runtime.flow.Signal;

/**
 * Calls operators to what nobody has taken on, step by step, and tells them of its end. It keeps no
 * timer: what has come due stands in the state, whatever happened since.
 */
public final class CallVerticle extends LoopVerticle {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A device that comes and goes is told of once it has stayed. */
  private static final Duration STAYS = Duration.ofMinutes(10);

  private final CallDesk desk;
  private final Operators operators;
  private final Calls calls;
  private final Supplier<CallDrafts> drafts;
  private final Function<StationId, Optional<String>> along;
  private final Clock clock;
  private final Consumer<List<Alert>> woken;
  private final Runnable outboxGrew;

  /**
   * @param along the river or road of a station
   * @param work raised when an alert has changed
   * @param woken told of alerts that wait again after they were put off
   */
  public CallVerticle(
      CallDesk desk,
      Operators operators,
      Supplier<CallDrafts> drafts,
      Function<StationId, Optional<String>> along,
      Clock clock,
      Signal work,
      Consumer<List<Alert>> woken,
      Runnable outboxGrew) {
    super("calls", work, PAUSE);
    this.desk = desk;
    this.operators = operators;
    this.calls = new Calls(operators);
    this.drafts = drafts;
    this.along = along;
    this.clock = clock;
    this.woken = woken;
    this.outboxGrew = outboxGrew;
  }

  @Override
  public Duration turn() {
    Instant now = clock.instant();
    List<Alert> again = desk.wake(now);
    if (!again.isEmpty()) {
      woken.accept(again);
    }
    if (call(now) | tellDoubts(now) | tellEnds(now) | tellShifts(now) | tellGifts(now)) {
      outboxGrew.run();
    }
    return PAUSE;
  }

  private boolean call(Instant now) {
    List<Call> due = calls.due(desk.waiting(), now);
    if (due.isEmpty()) {
      return false;
    }
    Storms storms = new Storms(operators.storm(), along);
    Storms.Plan plan = storms.plan(due, desk.raisedSince(storms.from(now)), desk.summaries(), now);
    plan.alone().forEach(one -> desk.call(one, drafts.get().of(one, now), now));
    plan.together().forEach(one -> desk.callTogether(one, drafts.get().ofStorm(one, now), now));
    return true;
  }

  private boolean tellDoubts(Instant now) {
    List<Suspected> due = desk.suspected().stream().filter(one -> one.isDue(now)).toList();
    due.forEach(one -> desk.tellSuspected(one, drafts.get().ofDoubt(one, calls.first(), now), now));
    return !due.isEmpty();
  }

  private boolean tellEnds(Instant now) {
    var over = desk.over();
    over.forEach(
        told ->
            desk.tellOver(
                told.alert(),
                drafts.get().ofEnd(told, calls.told(told.steps(), told.alert().assignee()), now),
                now));
    return !over.isEmpty();
  }

  private boolean tellShifts(Instant now) {
    var shifted = desk.shifted(now.minus(STAYS));
    shifted.forEach(
        one ->
            desk.tellShifted(
                one.alert(),
                drafts.get().ofShift(one, calls.told(one.steps(), one.alert().assignee()), now),
                now));
    return !shifted.isEmpty();
  }

  private boolean tellGifts(Instant now) {
    List<Alert> given = desk.given();
    for (Alert alert : given) {
      var to = alert.assignee().flatMap(operators::named);
      desk.tellGiven(
          alert, to.map(one -> drafts.get().ofGift(alert, one, now)).orElse(List.of()), now);
    }
    return !given.isEmpty();
  }
}
