package vn.vam.app.command;

import java.nio.file.Path;
import java.util.List;
import vn.vam.core.limit.LimitRules;
import vn.vam.sim.bench.AlertPlan;
import vn.vam.sqlite.state.Subscribing;

/** Citizens in a state file of which no hub is running. */
final class StateSeed implements AlertPlan.Seed {
  @Override
  public void subscribe(Path state, List<String> stations, String prefix, int citizens) {
    Subscribing.of(state, stations, prefix, citizens);
  }

  @Override
  public void limits(Path state, String station, String prefix, int citizens) {
    Subscribing.limits(state, station, prefix, citizens, LimitRules.USUAL);
  }
}
