package vn.vam.runtime.flow;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.station.Registry;

/** Tells the rules whom to wait for, when that has changed since they were asked before. */
public final class DevicesInForce implements Consumer<RuleEngine> {
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

  @Override
  public void accept(RuleEngine engine) {
    Registry now = inForce.get();
    if (now != known) {
      engine.expect(now, clock.instant());
      known = now;
    }
  }
}
