package vn.vam.runtime.flow;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.station.Registry;

/** Tells the rules what there is to watch, when that has changed since they were asked before. */
public final class DevicesInForce implements Function<RuleEngine, List<AlertChange>> {
  private final Supplier<Registry> inForce;
  private final Clock clock;
  private Registry known;

  /**
   * @param known what the engine began with
   */
  public DevicesInForce(Supplier<Registry> inForce, Registry known, Clock clock) {
    this.inForce = inForce;
    this.known = known;
    this.clock = clock;
  }

  /** Returns the ends of alerts that nobody judges any more. */
  @Override
  public List<AlertChange> apply(RuleEngine engine) {
    Registry now = inForce.get();
    if (now == known) {
      return List.of();
    }
    known = now;
    return engine.expect(now, clock.instant());
  }
}
