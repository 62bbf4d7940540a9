package vn.vam.sim.fleet;

import java.util.Map;

/**
 * What the fleet has done so far.
 *
 * @param counts by kind, every kind present
 * @param faults deliberate ones, by what went wrong
 */
public record FleetReport(Map<Kind, Count> counts, Map<Fault, Long> faults) {

  public FleetReport {
    counts = Map.copyOf(counts);
    faults = Map.copyOf(faults);
  }

  /**
   * What became of one kind of message.
   *
   * @param published handed over by devices
   * @param acknowledged by the broker
   * @param dropped because the broker stayed away longer than the buffer lasts, or said no
   */
  public record Count(long published, long acknowledged, long dropped) {
    static final Count NONE = new Count(0, 0, 0);
  }

  public Count of(Kind kind) {
    return counts.getOrDefault(kind, Count.NONE);
  }

  public long published() {
    return counts.values().stream().mapToLong(Count::published).sum();
  }

  public long acknowledged() {
    return counts.values().stream().mapToLong(Count::acknowledged).sum();
  }
}
