package vn.vam.app.hub;

import java.util.List;
import java.util.Optional;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;

/** The engine of the rules, with what an earlier run left on disk. */
final class Engines {
  private static final int RECALLED_ALERTS = 1_000;

  private Engines() {}

  static RuleEngine of(List<Rule> rules, AlertDesk desk) {
    RuleEngine engine = new RuleEngine(rules, desk.states());
    desk.alerts(Optional.empty(), RECALLED_ALERTS)
        .reversed()
        .forEach(alert -> engine.recallRaised(alert.rule(), alert.station(), alert.since()));
    return engine;
  }
}
