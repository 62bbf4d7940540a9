package vn.vam.dossier;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import vn.vam.core.dossier.Dossiers.LookUp;

/**
 * Who may ask the office: so many at a time, and nobody while it is left alone. Operators are told
 * why it cannot be asked. Safe for several threads.
 */
final class Gate {
  private final Semaphore free;
  private final Circuit circuit;
  private final Troubles troubles = new Troubles();

  /**
   * @param parallel look-ups at a time
   */
  Gate(int parallel, Clock clock) {
    this.free = new Semaphore(parallel);
    this.circuit = new Circuit(clock);
  }

  /**
   * @return why nobody may ask now; where nothing stands against it, {@link #leave} has to follow
   */
  Optional<LookUp> enter() {
    if (!free.tryAcquire()) {
      return Optional.of(new LookUp.Unavailable("all look-ups are taken"));
    }
    if (!circuit.lets()) {
      free.release();
      return Optional.of(new LookUp.Unavailable("left alone for a while"));
    }
    return Optional.empty();
  }

  void leave() {
    free.release();
  }

  /** The office is there, whatever it said. */
  LookUp answered(LookUp found) {
    circuit.answered();
    troubles.of(found);
    return found;
  }

  LookUp unanswered(String reason) {
    circuit.unanswered(reason);
    LookUp unavailable = new LookUp.Unavailable(reason);
    troubles.of(unavailable);
    return unavailable;
  }
}
