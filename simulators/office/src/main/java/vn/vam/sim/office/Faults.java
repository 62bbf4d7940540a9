package vn.vam.sim.office;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Faults ordered for the next look-ups, first come first served. Lives on one event loop. */
final class Faults {

  private static final int MOST = 10_000;

  private final Queue<Fault> ordered = new ArrayDeque<>();

  /**
   * Some equal faults.
   *
   * @param ms how late a slow answer is
   */
  record Fault(FaultKind kind, int ms) {}

  /** False when that would be more than anyone needs. */
  boolean order(Fault fault, int count) {
    if (ordered.size() + count > MOST) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      ordered.add(fault);
    }
    return true;
  }

  Optional<Fault> next() {
    return Optional.ofNullable(ordered.poll());
  }

  int waiting() {
    return ordered.size();
  }
}
