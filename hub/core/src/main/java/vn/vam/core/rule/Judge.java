package vn.vam.core.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.vam.core.reading.Reading;

/**
 * Shows what is heard to the watches that it concerns, lets time pass for those whose time has
 * come, and knows which of them have changed.
 */
final class Judge {
  private static final Comparator<RuleWatch> IN_ORDER = Comparator.comparingLong(RuleWatch::number);

  private final Signals signals;
  private final Timers timers = new Timers();
  private final Set<RuleWatch> changed = new LinkedHashSet<>();

  /** Whose doubted value is another than was kept, or none. */
  private final Set<Series> doubted = new LinkedHashSet<>();

  /** Who is gone or back, otherwise than was kept. */
  private final Map<SignalState.Camera, SignalState> turned = new LinkedHashMap<>();

  /** Whose newest value has to be kept for those that dozed through it. */
  private final Set<Series> dozedThrough = new LinkedHashSet<>();

  /** Up to here time has passed. */
  private Instant passed = Instant.MIN;

  Judge(Signals signals) {
    this.signals = signals;
  }

  /** Somebody gave a sign of life. */
  void hear(Reading reading, Instant now, List<AlertChange> changes) {
    for (Signals.Ear ear : signals.ears(reading.station())) {
      if (ear.hears(reading)) {
        ear.watch().pass(reading.takenAt().minusNanos(1), changes);
        if (ear.hearing().heard(reading.device(), reading.takenAt())) {
          ear.watch().remember();
        }
        look(ear.watch(), reading.takenAt(), now, changes);
      }
    }
  }

  /** Something is told of a camera itself: that it is there, or gone. */
  void turn(
      SignalState.Camera camera,
      Eyes eyes,
      Instant at,
      Consumer<Eye> told,
      List<AlertChange> changes) {
    eyes.watches().forEach(watch -> watch.pass(at.minusNanos(1), changes));
    Eye eye = eyes.of(camera.device());
    boolean wasGone = eye.isGone();
    told.accept(eye);
    if (eye.isGone() != wasGone) {
      turned.put(camera, new SignalState.OfCamera(camera, eye.isGone(), eye.toldAt()));
    }
  }

  void look(List<RuleWatch> watches, Instant at, Instant now, List<AlertChange> changes) {
    watches.forEach(watch -> look(watch, at, now, changes));
  }

  /** A camera told something of what it sees that it had not told before. */
  void see(Sightings sightings, Reading.CameraEvent event, Instant now, List<AlertChange> changes) {
    Map<RuleWatch, Instant> watching = new LinkedHashMap<>();
    for (RuleWatch watch : sightings.watches()) {
      Instant at = sightings.judgedAt(event, watch, now);
      if (watch.isFresh(at, now)) {
        watching.put(watch, at);
      } else {
        watch.close(passed);
      }
    }
    watching.forEach((watch, at) -> watch.pass(at.minusNanos(1), changes));
    sightings.take(event);
    watching.forEach((watch, at) -> look(watch, at, now, changes));
  }

  /** A value that may alert. */
  List<AlertChange> take(Series series, Observation observation, Instant now) {
    Instant at = observation.at();
    double value = observation.value();
    if (series.isSleptThrough(at, value, now)) {
      judge(series, observation, now);
      settleDoubt(series);
      return List.of();
    }
    List<RuleWatch> watching = series.watches();
    boolean late = series.isLate(at);
    List<AlertChange> changes = new ArrayList<>();
    List<RuleWatch> woken = series.wake(at, value, now);
    woken.sort(IN_ORDER);
    List<RuleWatch> fresh = new ArrayList<>(watching.size() + woken.size());
    watching.forEach(watch -> sort(watch, at, now, fresh));
    woken.forEach(watch -> sort(watch, at, now, fresh));
    if (!late) {
      Instant before = at.minusNanos(1);
      fresh.forEach(watch -> watch.pass(before, changes));
    }
    judge(series, observation, now);
    fresh.forEach(watch -> look(watch, series.newestAt(), now, changes));
    settleDoubt(series);
    return changes;
  }

  private void settleDoubt(Series series) {
    if (series.settleDoubt()) {
      doubted.add(series);
    }
  }

  /** Where a value is taken back that was relied on, windows are looked at anew. */
  List<AlertChange> withdraw(Series series, Observation observation, Instant now) {
    if (!series.withdraw(observation)) {
      return List.of();
    }
    List<AlertChange> changes = new ArrayList<>();
    Instant at = series.newestAt();
    series.watches().stream()
        .filter(watch -> watch.isFresh(at, now))
        .forEach(watch -> look(watch, at, now, changes));
    return changes;
  }

  /** A value that nobody may rely on until the next good one agrees. */
  List<AlertChange> doubt(Series series, Doubt doubt, Instant now) {
    if (!series.mayDoubt(doubt.at())) {
      return List.of();
    }
    Optional<Doubt> before = series.doubt();
    series.doubt(doubt);
    doubted.add(series);
    return series.concernedBy(doubt.value()).stream()
        .filter(watch -> watch.isFresh(doubt.at(), now))
        .sorted(IN_ORDER)
        .flatMap(watch -> watch.doubt(series, before, doubt).stream())
        .toList();
  }

  private void judge(Series series, Observation observation, Instant now) {
    if (!series.isLate(observation.at()) && series.sleepers().anyDozing().isPresent()) {
      dozedThrough.add(series);
    }
    series.judge(observation, now);
  }

  /** One that may not look at a value so old goes back to sleep, unless it is timing. */
  private void sort(RuleWatch watch, Instant at, Instant now, List<RuleWatch> fresh) {
    if (watch.isFresh(at, now)) {
      fresh.add(watch);
      return;
    }
    watch.close(passed);
    if (watch.isTiming()) {
      stayAwake(watch);
    } else {
      signals.settle(watch);
    }
  }

  private void stayAwake(RuleWatch watch) {
    signals.keepAwake(watch);
    note(watch);
  }

  private void look(RuleWatch watch, Instant at, Instant now, List<AlertChange> changes) {
    watch.look(at, now, changes);
    settle(watch);
  }

  /** Puts it where it next hears of something. */
  void settle(RuleWatch watch) {
    signals.settle(watch);
    note(watch);
  }

  /** The time of one that dozes comes whether or not it is told of the values meanwhile. */
  private void note(RuleWatch watch) {
    if (watch.isChanged()) {
      changed.add(watch);
    }
    timers.set(watch, signals.dozesIn(watch).isPresent() ? watch.due() : watch.next());
  }

  /** Nobody tells it anything any more. */
  void forget(RuleWatch watch) {
    signals.dozesIn(watch).ifPresent(dozedThrough::add);
    signals.forget(watch);
    timers.set(watch, Instant.MAX);
    changed.remove(watch);
  }

  /** Lets time pass, that instant included. */
  List<AlertChange> advance(Instant now) {
    passed = now.isAfter(passed) ? now : passed;
    List<AlertChange> changes = new ArrayList<>();
    for (RuleWatch watch : timers.dueUntil(now)) {
      signals.dozesIn(watch).ifPresent(bed -> bed.tellWhatCameMeanwhile(watch));
      if (!watch.isHeardAfter(now)) {
        watch.pass(now, changes);
        rest(watch, now);
      }
    }
    return changes;
  }

  /** One whose time is over and that has not changed heard nothing for too long: it waits. */
  private void rest(RuleWatch watch, Instant now) {
    if (watch.isTiming() && !watch.due().isAfter(now)) {
      stayAwake(watch);
    } else {
      settle(watch);
    }
  }

  boolean isChanged() {
    return !changed.isEmpty() || !dozedThrough.isEmpty() || !doubted.isEmpty() || !turned.isEmpty();
  }

  List<RuleState> takeChanged() {
    List<RuleState> states = new ArrayList<>();
    dozedThrough.forEach(series -> series.sleepers().anyDozing().ifPresent(this::keepFor));
    dozedThrough.clear();
    changed.forEach(watch -> states.addAll(watch.takeChanged()));
    changed.clear();
    return states;
  }

  List<SignalState> takeSignals() {
    List<SignalState> states = new ArrayList<>(turned.values());
    doubted.forEach(series -> states.add(series.state()));
    turned.clear();
    doubted.clear();
    return states;
  }

  private void keepFor(RuleWatch dozing) {
    Optional<Series> bed = signals.dozesIn(dozing);
    bed.ifPresent(series -> series.tellWhatCameMeanwhile(dozing));
    changed.add(dozing);
  }
}
