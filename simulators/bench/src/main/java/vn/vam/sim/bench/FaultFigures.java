package vn.vam.sim.bench;

import java.time.Duration;
import java.util.Map;

/**
 * What became of the messages.
 *
 * @param published numbers that were tried
 * @param all what became of them
 * @param brokerKills SIGKILLs of the broker: without one it has no right to lose anything
 * @param duplicates copies the hub says it recognised
 * @param balanced whether the hub's books balance and tell as many as the database holds
 * @param faults the same of each kind
 */
public record FaultFigures(
    int published,
    Fates all,
    int brokerKills,
    long duplicates,
    boolean balanced,
    Duration took,
    Map<FaultPlan.Kind, OfKind> faults) {
  public FaultFigures {
    faults = Map.copyOf(faults);
  }

  /**
   * @param median and {@code worst} from the end of the fault until the hub was ready
   * @param fates of what was published from the beginning of such a fault to that of the next
   */
  public record OfKind(int count, Duration median, Duration worst, Fates fates) {}

  /** Nothing lost that anybody had promised to keep, nothing doubled, and the books balance. */
  public boolean isFlawless() {
    return all.lost() == 0
        && all.doubled() == 0
        && balanced
        && (all.lostByBroker() == 0 || brokerKills > 0);
  }
}
