package vn.vam.core.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.rule.AlertChange.Cleared;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.Severity;
import vn.vam.core.rule.Subjects;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/**
 * Finds what an earlier run has raised and what nobody can judge any more: its rule or its station
 * is gone, or the rule looks at something else by now. Pure.
 */
public final class Unwatched {
  private record Key(RuleId rule, StationId station) {}

  private final Map<RuleId, Rule> rules = new HashMap<>();
  private final Registry registry;
  private final Map<RuleId, Map<Severity, Set<String>>> before;

  /**
   * @param rules in force, citizens' own limits among them
   * @param before what the alerts of each rule told of in the earlier run
   */
  public Unwatched(
      Collection<Rule> rules, Registry registry, Map<RuleId, Map<Severity, Set<String>>> before) {
    rules.forEach(rule -> this.rules.put(rule.id(), rule));
    this.registry = registry;
    this.before = Map.copyOf(before);
  }

  /**
   * The ends of alerts, of what rules remember as raised though its alert was closed, and of what
   * was on its way to something that its rule looks at no more.
   *
   * @param open alerts, those of the hub itself among them
   */
  public List<Cleared> among(Collection<Alert> open, Collection<RuleState> states, Instant now) {
    Map<Key, Cleared> ends = new LinkedHashMap<>();
    open.stream()
        .filter(alert -> !alert.station().equals(Trouble.HUB))
        .filter(alert -> !isJudged(alert))
        .forEach(
            alert ->
                ends.put(
                    new Key(alert.rule(), alert.station()),
                    end(alert.rule(), alert.station(), alert.severity(), alert.value(), now)));
    states.stream()
        .filter(
            state ->
                state.phase().isRaised()
                    ? !isWatched(state.rule(), state.station())
                    : isOnItsWayToAnother(state))
        .forEach(
            state ->
                ends.putIfAbsent(
                    new Key(state.rule(), state.station()),
                    end(state.rule(), state.station(), Severity.WATCH, state.lastValue(), now)));
    return List.copyOf(ends.values());
  }

  private static Cleared end(
      RuleId rule, StationId station, Severity severity, double value, Instant now) {
    return new Cleared(rule, station, severity, now, value, Ending.UNWATCHED);
  }

  private boolean isWatched(RuleId id, StationId station) {
    return Optional.ofNullable(rules.get(id))
        .filter(rule -> rule.places().contains(station) && rule.isWatchedAt(station, registry))
        .isPresent();
  }

  private boolean isOnItsWayToAnother(RuleState state) {
    Rule rule = rules.get(state.rule());
    Map<Severity, Set<String>> told = before.getOrDefault(state.rule(), Map.of());
    return state.rung() == 0
        && state.phase() == RuleState.Phase.PENDING
        && rule != null
        && told.containsKey(rule.severity())
        && !told.get(rule.severity()).equals(Subjects.of(rule).get(rule.severity()));
  }

  private boolean isJudged(Alert alert) {
    Set<String> told =
        before.getOrDefault(alert.rule(), Map.of()).getOrDefault(alert.severity(), Set.of());
    return isWatched(alert.rule(), alert.station())
        && Optional.ofNullable(rules.get(alert.rule()))
            .filter(rule -> Subjects.covers(rule, told))
            .isPresent();
  }
}
