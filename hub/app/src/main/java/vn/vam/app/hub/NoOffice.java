package vn.vam.app.hub;

import java.util.Optional;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Dossiers;
import vn.vam.core.dossier.Proof;

/** Where no dossier system is configured: nothing is asked for that would be of no use. */
final class NoOffice implements Dossiers {
  @Override
  public LookUp find(DossierCode code, Optional<Proof> proof) {
    return new LookUp.Unavailable("no dossier system is configured");
  }

  @Override
  public boolean needProof() {
    return false;
  }
}
