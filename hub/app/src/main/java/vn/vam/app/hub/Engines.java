package vn.vam.app.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.alert.Unwatched;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.station.Registry;

/** The engine of the rules, with what an earlier run left on disk. */
final class Engines {
  private static final int RECALLED_ALERTS = 1_000;

  private Engines() {}

  /**
   * Ends what was raised and nobody can judge any more.
   *
   * @param own citizens' own limits
   */
  static void endUnwatched(
      List<Rule> rules, List<Rule> own, Registry registry, Storage storage, Instant now) {
    List<Rule> all = all(rules, own);
    Unwatched unwatched = new Unwatched(all, registry, storage.watched().subjects());
    List<Alert> open = storage.operators().open();
    storage.watched().begin(rules, unwatched.among(open, storage.alerts().states(), now), now);
  }

  private static List<Rule> all(List<Rule> rules, List<Rule> own) {
    return Stream.concat(rules.stream(), own.stream()).toList();
  }

  /**
   * @param own citizens' own limits
   */
  static RuleEngine of(List<Rule> rules, List<Rule> own, Registry registry, AlertDesk desk) {
    List<Rule> all = all(rules, own);
    RuleEngine engine = new RuleEngine(all, desk.states(), registry);
    desk.signals().forEach(engine::recall);
    desk.alerts(Optional.empty(), RECALLED_ALERTS)
        .reversed()
        .forEach(alert -> engine.recallRaised(alert.rule(), alert.station(), alert.since()));
    return engine;
  }
}
