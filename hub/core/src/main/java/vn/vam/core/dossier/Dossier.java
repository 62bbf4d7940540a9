package vn.vam.core.dossier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.vam.core.text.VietnameseTime;

/**
 * What may be told to whoever holds the receipt.
 *
 * @param applicant the person's name, masked; empty where it is not known
 * @param office that handles it; may be empty
 * @param receivingOffice that took it in; may be empty
 * @param state absent where the office's software has a state of its own; then {@code stateText}
 *     says it
 */
public record Dossier(
    DossierCode code,
    String applicant,
    String procedure,
    String office,
    String receivingOffice,
    Optional<DossierState> state,
    String stateText,
    Optional<Instant> receivedAt,
    Optional<Instant> dueAt,
    Optional<Instant> returnedAt) {

  public Standing standing(Instant now) {
    return new Standing(
        state, state.isPresent() ? "" : stateText, dueAt, daysLate(now).isPresent());
  }

  /** Whole days since the promised one, 0 on that day; nothing while there is time. */
  public Optional<Long> daysLate(Instant now) {
    return dueAt.filter(due -> isWithOffice() && isPast(due, now)).map(due -> days(due, now));
  }

  /** While the office waits for papers or payment, its clock stands still. */
  private boolean isWithOffice() {
    if (returnedAt.isPresent()) {
      return false;
    }
    return switch (state.orElse(DossierState.IN_PROGRESS)) {
      case NEW, RECEIVED, IN_PROGRESS -> true;
      case NOT_RECEIVED, SUPPLEMENT_ASKED, PAYMENT_ASKED, WITHDRAWN, STOPPED, FINISHED, RETURNED ->
          false;
    };
  }

  private static boolean isPast(Instant due, Instant now) {
    return VietnameseTime.isWholeDay(due) ? days(due, now) > 0 : due.isBefore(now);
  }

  private static long days(Instant due, Instant now) {
    return ChronoUnit.DAYS.between(VietnameseTime.dateOf(due), VietnameseTime.dateOf(now));
  }

  @Override
  public String toString() {
    return "Dossier[" + state + "]";
  }
}
