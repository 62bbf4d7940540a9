package vn.vam.core.dossier;

/**
 * The office's dossier system. Blocks, a few seconds at most; never throws for what the outside
 * world does.
 */
public interface Dossiers {
  LookUp find(DossierCode code);

  /** What a look-up brought. */
  sealed interface LookUp {
    record Found(Dossier dossier) implements LookUp {}

    record NotFound() implements LookUp {}

    /**
     * @param reason for the operator, never for the citizen
     */
    record Unavailable(String reason) implements LookUp {}
  }
}
