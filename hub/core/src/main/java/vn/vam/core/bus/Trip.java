package vn.vam.core.bus;

import java.util.Comparator;
import java.util.List;

/**
 * One bus on its way, on each day of its service.
 *
 * @param headsign where it goes, as it stands on the bus; may be empty
 * @param halts in the order of the trip
 */
public record Trip(String id, String route, String service, String headsign, List<StopTime> halts) {
  public Trip {
    halts = halts.stream().sorted(Comparator.comparingInt(StopTime::sequence)).toList();
  }

  boolean beginsAt(StopTime halt) {
    return halts.getFirst().equals(halt);
  }

  /** Whoever gets on at the last halt goes nowhere. */
  boolean endsAt(StopTime halt) {
    return halts.getLast().equals(halt);
  }
}
