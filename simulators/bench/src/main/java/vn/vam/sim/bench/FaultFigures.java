package vn.vam.sim.bench;

import java.time.Duration;
import java.util.Map;

/**
 * What became of the messages, by three witnesses: the probes, who know what the broker
 * acknowledged to them; the line to the broker, where the hub's own acknowledgements pass; and the
 * database.
 *
 * @param published numbers that were tried
 * @param acknowledged by the broker, to the probes
 * @param acknowledgedByHub seen on the line between broker and hub
 * @param stored distinct numbers in the database
 * @param lost acknowledged by the hub and not in the database
 * @param doubled numbers with more than one point
 * @param lostByBroker acknowledged to the probes, never acknowledged by the hub, and not in the
 *     database
 * @param brokerKills SIGKILLs of the broker: without one it has no right to lose anything
 * @param duplicates copies the hub says it recognised
 * @param balanced whether the hub's books balance and tell as many as the database holds
 * @param faults of each kind, how long until the hub was ready again
 */
public record FaultFigures(
    int published,
    int acknowledged,
    int acknowledgedByHub,
    int stored,
    int lost,
    int doubled,
    int lostByBroker,
    int brokerKills,
    long duplicates,
    boolean balanced,
    Duration took,
    Map<FaultPlan.Kind, Recoveries> faults) {
  public FaultFigures {
    faults = Map.copyOf(faults);
  }

  /**
   * @param median and {@code worst} from the end of the fault until the hub was ready
   */
  public record Recoveries(int count, Duration median, Duration worst) {}

  /** Nothing lost that anybody had promised to keep, nothing doubled, and the books balance. */
  public boolean isFlawless() {
    return lost == 0 && doubled == 0 && balanced && (lostByBroker == 0 || brokerKills > 0);
  }
}
