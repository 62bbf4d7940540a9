package vn.vam.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Explanation;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.SeriesState;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/**
 * The rules of a hub through all its runs: each run knows of those before it what was kept, and
 * what the log tells of the time that the rules look back to.
 */
final class RunsOfAHub {
  private record Key(RuleId rule, StationId station, int rung) {}

  private record Measured(StationId station, Quantity quantity) {}

  private final Map<Key, RuleState> kept = new LinkedHashMap<>();
  private final Map<Measured, SeriesState> doubted = new LinkedHashMap<>();
  private final List<AlertChange> raised = new ArrayList<>();
  private final Deque<Heard.Told> heard = new ArrayDeque<>();
  private final Duration reach;
  private RuleEngine engine;

  RunsOfAHub(List<Rule> rules, Registry registry) {
    engine = RuleEngine.explaining(rules, registry);
    reach = engine.window().isZero() ? longestFresh(rules) : engine.window();
  }

  /** So old a value may make another one late. */
  private static Duration longestFresh(List<Rule> rules) {
    return rules.stream()
        .map(Rule::staleAfter)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  List<AlertChange> accept(Heard.Told told) {
    if (!heard.isEmpty() && told.heardAt().isAfter(heard.getLast().heardAt())) {
      keep();
    }
    heard.add(told);
    while (heard.getFirst().arrivedAt().isBefore(told.arrivedAt().minus(reach))) {
      heard.removeFirst();
    }
    return noted(engine.accept(told.past().reading(), told.heardAt()));
  }

  List<AlertChange> advance(Instant now) {
    return noted(engine.advance(now));
  }

  private List<AlertChange> noted(List<AlertChange> changes) {
    changes.stream().filter(AlertChange.Raised.class::isInstance).forEach(raised::add);
    return changes;
  }

  /** As the hub does with every batch. */
  private void keep() {
    engine
        .takeChanged()
        .forEach(state -> kept.put(new Key(state.rule(), state.station(), state.rung()), state));
    engine
        .takeDoubted()
        .forEach(state -> doubted.put(new Measured(state.station(), state.quantity()), state));
  }

  /** The hub is started anew. */
  void goesOn(Instant now) {
    keep();
    engine = engine.successor(kept.values());
    doubted.values().forEach(engine::recallDoubt);
    raised.forEach(change -> engine.recallRaised(change.rule(), change.station(), change.at()));
    heard.forEach(told -> engine.recall(told.past().reading(), told.arrivedAt()));
    engine.takeUp(now);
  }

  List<Explanation> explain(Instant now) {
    return engine.explain(now);
  }
}
