package vn.vam.app.hub;

import java.time.Clock;
import java.util.Optional;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Dossiers;
import vn.vam.core.dossier.Proof;
import vn.vam.dossier.OfficeConfig;

/** Where no dossier system is configured: nothing is asked for that would be of no use. */
final class NoOffice implements Dossiers {
  /** The configured office, or none. */
  static Dossiers or(Optional<OfficeConfig> office, Clock clock, Closing closing) {
    return office
        .<Dossiers>map(config -> closing.add("dossiers", config.open(clock)))
        .orElseGet(NoOffice::new);
  }

  @Override
  public LookUp find(DossierCode code, Optional<Proof> proof) {
    return new LookUp.Unavailable("no dossier system is configured");
  }

  @Override
  public boolean needProof() {
    return false;
  }
}
