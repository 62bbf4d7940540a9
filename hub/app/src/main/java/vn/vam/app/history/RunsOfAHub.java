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
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Explanation;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.SignalState;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/**
 * The rules of a hub through all its runs: each run knows of those before it what was kept, and
 * what the log tells of the time that the rules look back to.
 */
final class RunsOfAHub {
  private record Key(RuleId rule, StationId station, int rung) {}

  private final Map<Key, RuleState> kept = new LinkedHashMap<>();
  private final Map<SignalState.Subject, SignalState> signals = new LinkedHashMap<>();
  private final List<AlertChange> raised = new ArrayList<>();
  private final Deque<Heard.Said> heard = new ArrayDeque<>();
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

  List<AlertChange> accept(Heard.Said said) {
    if (!heard.isEmpty() && said.heardAt().isAfter(heard.getLast().heardAt())) {
      keep();
    }
    heard.add(said);
    while (heard.getFirst().arrivedAt().isBefore(said.arrivedAt().minus(reach))) {
      heard.removeFirst();
    }
    return noted(
        switch (said) {
          case Heard.Told told -> engine.accept(told.past().reading(), told.heardAt());
          case Heard.Hinted hinted -> engine.accept(hinted.hint(), hinted.heardAt());
        });
  }

  private void recall(Heard.Said said) {
    switch (said) {
      case Heard.Told told -> engine.recall(told.past().reading(), told.arrivedAt());
      case Heard.Hinted hinted -> engine.recall(hinted.hint());
    }
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
    engine.takeSignals().forEach(state -> signals.put(state.subject(), state));
  }

  /** The hub is started anew. */
  void goesOn(Instant now) {
    keep();
    engine = engine.successor(kept.values());
    signals.values().forEach(engine::recall);
    raised.forEach(change -> engine.recallRaised(change.rule(), change.station(), change.at()));
    heard.forEach(this::recall);
    engine.takeUp(now);
  }

  List<Explanation> explain(Instant now) {
    return engine.explain(now);
  }
}
