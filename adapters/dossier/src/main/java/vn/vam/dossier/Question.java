package vn.vam.dossier;

import java.util.Optional;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Proof;

/**
 * What the office is asked. Personal: prints nothing of it.
 *
 * @param proof what the citizen says the receipt tells
 * @param provenBefore whether it was right another time: then it is not compared, and no name told
 */
record Question(DossierCode code, Optional<Proof> proof, boolean provenBefore) {
  static Question first(DossierCode code, Optional<Proof> proof) {
    return new Question(code, proof, false);
  }

  static Question again(DossierCode code) {
    return new Question(code, Optional.empty(), true);
  }

  @Override
  public String toString() {
    return "Question";
  }
}
