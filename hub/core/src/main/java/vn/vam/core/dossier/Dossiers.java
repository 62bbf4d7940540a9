package vn.vam.core.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * The office's dossier system. Blocks, a few seconds at most; never throws for what the outside
 * world does.
 */
public interface Dossiers {
  /**
   * @param proof absent only where none is needed
   * @return not found for a wrong proof too
   */
  LookUp find(DossierCode code, Optional<Proof> proof);

  /** The same for somebody who has proven the receipt before: tells no name. */
  default LookUp again(DossierCode code) {
    return find(code, Optional.empty());
  }

  /** Whether nothing is told without a proof. */
  default boolean needProof() {
    return true;
  }

  /** What a look-up brought. */
  sealed interface LookUp {
    /**
     * @param asOf when the office wrote that down; absent where it was asked just now
     */
    record Found(Dossier dossier, Optional<Instant> asOf) implements LookUp {
      public Found(Dossier dossier) {
        this(dossier, Optional.empty());
      }
    }

    record NotFound() implements LookUp {}

    /** Wrong too often: nobody looked. */
    record TooManyTries() implements LookUp {}

    /**
     * @param reason for the operator, never for the citizen
     */
    record Unavailable(String reason) implements LookUp {}
  }
}
