package vn.vam.core.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.StationId;

/**
 * Decides when an alert is true. Pure and single-threaded: the same observations and instants give
 * the same changes, live and in a backtest. A value is compared only with the rules that watch its
 * station and quantity.
 */
public final class RuleEngine {
  private record Watched(StationId station, Quantity quantity) {}

  private record Key(RuleId rule, StationId station) {}

  private final Map<Watched, List<RuleWatch>> watching = new HashMap<>();
  private final Map<Key, RuleWatch> watches = new LinkedHashMap<>();
  private final Set<RuleWatch> timing = new LinkedHashSet<>();
  private final Set<RuleWatch> changed = new LinkedHashSet<>();

  /**
   * @param states what an earlier run remembered; those of rules that are gone are dropped
   */
  public RuleEngine(List<Rule> rules, Collection<RuleState> states) {
    for (Rule rule : rules) {
      for (StationId station : rule.stations()) {
        RuleWatch watch = new RuleWatch(rule, station);
        watches.put(new Key(rule.id(), station), watch);
        watching
            .computeIfAbsent(new Watched(station, rule.quantity()), key -> new ArrayList<>())
            .add(watch);
      }
    }
    states.forEach(this::restore);
  }

  private void restore(RuleState state) {
    RuleWatch watch = watches.get(new Key(state.rule(), state.station()));
    if (watch != null) {
      watch.restore(state);
      note(watch);
    }
  }

  /**
   * Takes an observation in.
   *
   * @param now when it is looked at; in a backtest the observation's own time
   */
  public List<AlertChange> accept(Observation observation, Instant now) {
    List<AlertChange> changes = new ArrayList<>();
    if (observation.quality().mayAlert()) {
      for (RuleWatch watch : watching.getOrDefault(watched(observation), List.of())) {
        accept(watch, observation, now, changes);
      }
    }
    return changes;
  }

  private void accept(
      RuleWatch watch, Observation observation, Instant now, List<AlertChange> changes) {
    if (observation.at().plus(watch.rule().staleAfter()).isBefore(now)) {
      return;
    }
    RuleState.Phase before = watch.phase();
    changes.addAll(watch.accept(observation.at(), observation.value(), now));
    if (watch.isTiming() || watch.phase() != before) {
      changed.add(watch);
    }
    note(watch);
  }

  /**
   * Remembers an observation that an earlier run has taken in, without judging it again: what is
   * older than it stays late. States are kept on change only and do not tell it.
   */
  public void recall(Observation observation) {
    if (observation.quality().mayAlert()) {
      watching
          .getOrDefault(watched(observation), List.of())
          .forEach(watch -> watch.recall(observation.at(), observation.value()));
    }
  }

  /**
   * Lets time pass, for timers that fall due between two values.
   *
   * @param now event time up to which all observations have been taken in; a timer whose newest
   *     value was looked at later than this waits, since more of its kind may be on their way
   */
  public List<AlertChange> advance(Instant now) {
    List<AlertChange> changes = new ArrayList<>();
    for (RuleWatch watch : List.copyOf(timing)) {
      watch
          .advance(now)
          .ifPresent(
              change -> {
                changes.add(change);
                changed.add(watch);
                note(watch);
              });
    }
    return changes;
  }

  /**
   * States to be kept since the last call: those whose phase changed and those whose timer runs.
   */
  public List<RuleState> takeChanged() {
    List<RuleState> states = changed.stream().map(RuleWatch::state).toList();
    changed.clear();
    return states;
  }

  private void note(RuleWatch watch) {
    if (watch.isTiming()) {
      timing.add(watch);
    } else {
      timing.remove(watch);
    }
  }

  private static Watched watched(Observation observation) {
    return new Watched(observation.station(), observation.quantity());
  }
}
