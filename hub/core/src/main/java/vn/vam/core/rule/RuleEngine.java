package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/**
 * Decides when an alert is true. Pure and single-threaded: the same readings and instants give the
 * same changes, live and in a backtest. A value costs a look at the rules of its own station and
 * quantity that it may change, however many others there are.
 */
public final class RuleEngine {
  /** A timer fires this long after its time, so that a value on its way can still prevent it. */
  public static final Duration LATENESS = Duration.ofSeconds(1);

  private static final Registry NO_DEVICES = new Registry(List.of(), List.of());

  private record Key(RuleId rule, StationId station) {}

  private final boolean mayLeaveAsleep;
  private final Signals signals;
  private final Judge judge;
  private final Map<Key, RuleWatch> watches = new LinkedHashMap<>();
  private final Map<RuleId, Rule> rules = new LinkedHashMap<>();

  private Registry registry;
  private Duration window = Duration.ZERO;
  private long numbers;
  private boolean begun;

  /** Where nobody is known to be waited for: a station is silent as a whole. */
  public RuleEngine(List<Rule> rules, Collection<RuleState> states) {
    this(rules, states, NO_DEVICES);
  }

  /**
   * @param states what an earlier run remembered; those of rules and devices that are gone are
   *     dropped
   * @param registry whose devices are waited for
   */
  public RuleEngine(List<Rule> rules, Collection<RuleState> states, Registry registry) {
    this(rules, states, registry, true);
  }

  private RuleEngine(
      List<Rule> rules, Collection<RuleState> states, Registry registry, boolean mayLeaveAsleep) {
    this.mayLeaveAsleep = mayLeaveAsleep;
    this.registry = registry;
    this.signals = new Signals(registry);
    this.judge = new Judge(signals);
    rules.forEach(this::build);
    states.forEach(this::restore);
  }

  /** One that shows every value to every rule, so that it can explain what did not fire. */
  public static RuleEngine explaining(List<Rule> rules, Registry registry) {
    return new RuleEngine(rules, List.of(), registry, false);
  }

  /**
   * One with the same rules that goes on where this one stood still, as the next run of a hub does:
   * it knows what was kept. Its explanations are of both.
   *
   * @param states what this one kept
   */
  public RuleEngine successor(Collection<RuleState> states) {
    RuleEngine next = new RuleEngine(List.copyOf(rules.values()), states, registry, mayLeaveAsleep);
    watches.forEach(
        (key, before) -> Optional.ofNullable(next.watches.get(key)).ifPresent(before::handOver));
    return next;
  }

  private void build(Rule rule) {
    rules.put(rule.id(), rule);
    rule.places().stream()
        .filter(place -> isWatched(rule, place))
        .forEach(place -> build(rule, place));
    window = window.compareTo(rule.window()) >= 0 ? window : rule.window();
  }

  private RuleWatch build(Rule rule, StationId place) {
    RuleWatch watch =
        new WatchBuilder(signals, rule, place, registry).build(numbers++, mayLeaveAsleep);
    watches.put(new Key(rule.id(), place), watch);
    return watch;
  }

  private boolean isWatched(Rule rule, StationId place) {
    return registry.isEmpty() || rule.isWatchedAt(place, registry);
  }

  /**
   * Other stations and devices are there from now on: those that are gone are forgotten, new ones
   * have their time. Rules stay as they are, and watch where there is something to watch.
   *
   * @return the ends of alerts that nobody judges any more
   */
  public List<AlertChange> expect(Registry other, Instant now) {
    registry = other;
    signals.expect(other);
    List<AlertChange> ends = new ArrayList<>();
    for (RuleWatch watch : List.copyOf(watches.values())) {
      if (!isWatched(watch.rule(), watch.place())) {
        watch.leave(now).ifPresent(ends::add);
        remove(new Key(watch.rule().id(), watch.place()));
      } else if (watch.waitsForSilence() || signals.looks(watch)) {
        watch.expect(Listed.at(watch.place(), other), now);
        judge.settle(watch);
      }
    }
    rules.values().forEach(rule -> watchAgain(rule, now));
    return ends;
  }

  private void watchAgain(Rule rule, Instant now) {
    for (StationId place : rule.places()) {
      if (isWatched(rule, place) && !watches.containsKey(new Key(rule.id(), place))) {
        begin(build(rule, place), now);
      }
    }
  }

  private void restore(RuleState state) {
    RuleWatch watch = watches.get(new Key(state.rule(), state.station()));
    if (watch == null) {
      return;
    }
    watch.restore(state);
    signals.bedOf(watch).ifPresent(bed -> bed.restore(state.lastAt(), state.lastValue()));
    judge.settle(watch);
  }

  /**
   * Remembers an alert that an earlier run has raised, so that one that flaps is known.
   *
   * @param at when; those of a place in order of time
   */
  public void recallRaised(RuleId rule, StationId place, Instant at) {
    RuleWatch watch = watches.get(new Key(rule, place));
    if (watch != null) {
      watch.recallRaised(at);
    }
  }

  /** Remembers of what is heard what an earlier run left. */
  public void recall(SignalState state) {
    signals.recall(state);
  }

  /** How far back in the log lies what the rules need to know of to judge the next reading. */
  public Duration window() {
    return window;
  }

  /**
   * Takes a rule in while others go on, such as a citizen's own limit.
   *
   * @param states what an earlier run remembered of it
   * @param now from when on it watches
   */
  public void add(Rule rule, Collection<RuleState> states, Instant now) {
    remove(rule.id());
    build(rule);
    states.stream().filter(state -> state.rule().equals(rule.id())).forEach(this::restore);
    if (begun) {
      rule.places().forEach(place -> begin(watches.get(new Key(rule.id(), place)), now));
    }
  }

  /** Lets go of a rule; what was raised by it is not cleared. */
  public void remove(RuleId rule) {
    Optional.ofNullable(rules.remove(rule)).stream()
        .flatMap(gone -> gone.places().stream())
        .forEach(place -> remove(new Key(rule, place)));
  }

  private void remove(Key key) {
    Optional.ofNullable(watches.remove(key)).ifPresent(judge::forget);
  }

  /**
   * Takes a reading in.
   *
   * @param now when it is looked at; in a backtest the reading's own time
   */
  public List<AlertChange> accept(Reading reading, Instant now) {
    List<AlertChange> changes = new ArrayList<>();
    hear(reading, now, changes);
    List<RuleWatch> looking = turn(reading, now, changes);
    for (Observation observation : Observation.of(reading)) {
      changes.addAll(accept(observation, now));
    }
    if (reading instanceof Reading.CameraEvent event) {
      see(event, now, changes);
    }
    judge.look(looking, reading.takenAt(), now, changes);
    return changes;
  }

  private void hear(Reading reading, Instant now, List<AlertChange> changes) {
    if (!signals.ears(reading.station()).isEmpty()) {
      begin(now);
      judge.hear(reading, now, changes);
    }
  }

  /** Who wants to know whether the camera is there, once it has said what it sees. */
  private List<RuleWatch> turn(Reading reading, Instant now, List<AlertChange> changes) {
    Optional<Eyes> eyes = signals.looking(reading);
    eyes.ifPresent(
        each -> {
          begin(now);
          judge.turn(
              new SignalState.Camera(reading.station(), reading.device()),
              each,
              reading.takenAt(),
              eye -> eye.take(reading),
              changes);
        });
    return eyes.map(Eyes::watches).orElse(List.of());
  }

  /**
   * Takes in what is told of the present without a reading: that a camera is gone, and sees
   * nothing, or is back.
   *
   * @param now when it is looked at
   */
  public List<AlertChange> accept(Hint hint, Instant now) {
    return switch (hint) {
      case Hint.LastKnown last -> List.of();
      case Hint.Presence presence -> signals.isCamera(presence) ? turn(presence, now) : List.of();
    };
  }

  private List<AlertChange> turn(Hint.Presence presence, Instant now) {
    List<AlertChange> changes = new ArrayList<>();
    Eyes eyes = signals.eyes(presence.station());
    begin(now);
    judge.turn(
        new SignalState.Camera(presence.station(), presence.device()),
        eyes,
        presence.at(),
        eye -> eye.tell(presence),
        changes);
    judge.look(eyes.watches(), presence.at(), now, changes);
    return changes;
  }

  private void see(Reading.CameraEvent event, Instant now, List<AlertChange> changes) {
    Optional<Sightings> found = signals.seen(event.station(), event.type());
    if (found.isPresent() && event.quality().mayAlert() && found.get().isNews(event)) {
      begin(now);
      judge.see(found.get(), event, now, changes);
    }
  }

  /**
   * Takes a value in.
   *
   * @param now when it is looked at; in a backtest the value's own time
   */
  public List<AlertChange> accept(Observation observation, Instant now) {
    Optional<Series> found = signals.heard(observation.station(), observation.quantity());
    return found.map(series -> accept(series, observation, now)).orElseGet(List::of);
  }

  private List<AlertChange> accept(Series series, Observation observation, Instant now) {
    if (observation.quality().mayAlert()) {
      begin(now);
      return judge.take(series, observation, now);
    }
    List<AlertChange> changes = new ArrayList<>(judge.withdraw(series, observation, now));
    if (observation.quality() == Quality.SUSPECT) {
      begin(now);
      changes.addAll(judge.doubt(series, new Doubt(observation.at(), observation.value()), now));
    }
    return changes;
  }

  private void begin(Instant now) {
    if (!begun) {
      takeUp(now);
    }
  }

  /**
   * From here on it listens, perhaps again after the hub stood still: a silence that would have run
   * out meanwhile was the hub's. Without this it begins with the first that it is told.
   */
  public void takeUp(Instant now) {
    begun = true;
    watches.values().forEach(watch -> begin(watch, now));
  }

  private void begin(@Nullable RuleWatch watch, Instant now) {
    if (watch == null || signals.bedOf(watch).isPresent()) {
      return;
    }
    watch.begin(now);
    judge.settle(watch);
  }

  /**
   * Remembers a reading that an earlier run has taken in, without judging it again: what is older
   * than it stays late, windows are filled, and who was heard was heard. States are kept on change
   * only and do not tell it.
   *
   * @param now when it was looked at; {@link Instant#MIN} where that is not known
   */
  public void recall(Reading reading, Instant now) {
    signals.recall(reading, now);
  }

  /** The same of what was told without a reading. */
  public void recall(Hint hint) {
    signals.recall(hint);
  }

  /** The same of a single value. */
  public void recall(Observation observation, Instant now) {
    signals.recall(observation, now);
  }

  /**
   * Lets time pass, for what falls due between two values.
   *
   * @param now event time up to which all observations have been taken in; a timer whose newest
   *     value was looked at later than this waits, since more of its kind may be on their way
   */
  public List<AlertChange> advance(Instant now) {
    begin(now);
    return judge.advance(now);
  }

  /** Whether there are states to be kept. */
  public boolean isChanged() {
    return judge.isChanged();
  }

  /**
   * States to be kept since the last call: those whose phase changed and those whose timer runs. Of
   * many whose timers only run on by the same value there is one: it tells the value of all.
   */
  public List<RuleState> takeChanged() {
    return judge.takeChanged();
  }

  /** What is remembered of what is heard, where it is another thing than at the last call. */
  public List<SignalState> takeSignals() {
    return judge.takeSignals();
  }

  /**
   * What came of every rule at every place.
   *
   * @param now up to when time has passed
   */
  public List<Explanation> explain(Instant now) {
    return watches.values().stream().map(watch -> Explanation.of(watch, now)).toList();
  }
}
