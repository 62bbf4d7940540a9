package vn.vam.core.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * What may be told to whoever holds the receipt.
 *
 * @param applicant the person's name, masked; empty where it is not known
 * @param state absent where the office's software has a state of its own; then {@code stateText}
 *     says it
 */
public record Dossier(
    DossierCode code,
    String applicant,
    String procedure,
    String office,
    Optional<DossierState> state,
    String stateText,
    Optional<Instant> receivedAt,
    Optional<Instant> dueAt,
    Optional<Instant> returnedAt) {

  @Override
  public String toString() {
    return "Dossier[" + state + "]";
  }
}
