package vn.vam.core.log;

import java.time.Instant;
import java.util.Optional;

/**
 * That the rules took up their work at an instant: before, the hub stood still.
 *
 * @param stoodSince when the run before had last kept what it decided; absent for the first run
 * @param judged how far they had read; what follows they looked at only then
 * @param logged where the log ended
 */
public record TakenUp(Instant at, Optional<Instant> stoodSince, Place judged, Place logged) {
  /** Whether a batch that was already logged was looked at only then. */
  public boolean covers(long batch) {
    return batch > judged.batch() && batch <= logged.batch();
  }
}
