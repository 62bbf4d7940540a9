package vn.vam.sim.fleet;

import java.time.Instant;
import java.util.List;

/**
 * Something in the field with a rhythm of its own. Not thread-safe; one thread asks all of them.
 */
interface Device {

  String id();

  /** When it speaks next, wall clock. */
  Instant due();

  /** What it says when due; afterwards it is due later. */
  List<Message> take();

  /** Forget what was missed while the machine slept. */
  void skipTo(Instant now);

  /** Whether chance faults may touch what it says now. */
  default boolean mayFail() {
    return true;
  }
}
