package vn.vam.app.hub;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.station.Registry;

/** The engine of the rules, with what an earlier run left on disk. */
final class Engines {
  private static final int RECALLED_ALERTS = 1_000;

  private Engines() {}

  /**
   * @param own citizens' own limits
   */
  static RuleEngine of(List<Rule> rules, List<Rule> own, Registry registry, AlertDesk desk) {
    List<Rule> all = Stream.concat(rules.stream(), own.stream()).toList();
    RuleEngine engine = new RuleEngine(all, desk.states(), registry);
    desk.doubted().forEach(engine::recallDoubt);
    desk.alerts(Optional.empty(), RECALLED_ALERTS)
        .reversed()
        .forEach(alert -> engine.recallRaised(alert.rule(), alert.station(), alert.since()));
    return engine;
  }
}
