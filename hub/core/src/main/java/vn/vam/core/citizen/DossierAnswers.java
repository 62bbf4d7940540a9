package vn.vam.core.citizen;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.LookUps;
import vn.vam.core.dossier.Proof;
import vn.vam.core.dossier.ReceiptReader.Sight;
import vn.vam.core.dossier.Receipts;
import vn.vam.core.text.VietnameseNumber;
import vn.vam.core.text.VietnameseTime;

/** Where a dossier is and what to do next, overdue or not. */
final class DossierAnswers {
  private final LookUps lookUps;
  private final Receipts receipts;
  private final Sentences sentences;
  private final Buttons buttons;

  DossierAnswers(LookUps lookUps, Receipts receipts, Sentences sentences, Buttons buttons) {
    this.lookUps = lookUps;
    this.receipts = receipts;
    this.sentences = sentences;
    this.buttons = buttons;
  }

  Reply howTo() {
    return Reply.of(sentences.say(Sentence.DOSSIER_HOW_TO), List.of());
  }

  /**
   * Nobody looks before the receipt was proven: it is asked for whether there is a dossier or not.
   */
  Reply of(String citizen, DossierCode code, Optional<Proof> proof, Instant now) {
    return lookUps.needProof() && proof.isEmpty()
        ? whichReceipt(code)
        : lookUp(citizen, code, proof, now).with(new ProfileChange.AskNothing());
  }

  private Reply whichReceipt(DossierCode code) {
    return Reply.of(sentences.say(Sentence.DOSSIER_PROOF, "code", code.value()), List.of())
        .with(new ProfileChange.Ask(new OpenQuestion.WhichReceipt(code)));
  }

  private Reply lookUp(String citizen, DossierCode code, Optional<Proof> proof, Instant now) {
    return switch (lookUps.find(citizen, code, proof, now)) {
      case LookUp.Found found -> Reply.of(text(found.dossier(), now), List.of());
      case LookUp.NotFound notFound ->
          Reply.of(
              sentences.say(
                  lookUps.needProof() ? Sentence.DOSSIER_NOT_SHOWN : Sentence.DOSSIER_NOT_FOUND,
                  "code",
                  code.value()),
              List.of());
      case LookUp.TooManyTries tooMany ->
          Reply.of(sentences.say(Sentence.DOSSIER_TOO_MANY), List.of());
      case LookUp.Unavailable unavailable ->
          Reply.of(sentences.say(Sentence.DOSSIER_UNAVAILABLE), buttons.menu());
    };
  }

  /**
   * What typing the code on these photos or files would have brought.
   *
   * @param unread how to send a better one
   */
  Reply on(String citizen, List<URI> sent, Sentence unread, Instant now) {
    return switch (receipts.look(sent)) {
      case Sight.Seen seen -> of(citizen, seen.code(), Optional.empty(), now);
      case Sight.Unread nothing -> Reply.of(sentences.say(unread), List.of());
      case Sight.Unavailable unavailable ->
          Reply.of(sentences.say(Sentence.DOSSIER_PHOTO_UNAVAILABLE), List.of());
    };
  }

  private String text(Dossier dossier, Instant now) {
    return Stream.of(
            Optional.of(sentences.say(Sentence.LABEL_CODE, "code", dossier.code().value())),
            line(Sentence.LABEL_APPLICANT, "applicant", dossier.applicant()),
            line(Sentence.LABEL_PROCEDURE, "procedure", dossier.procedure()),
            line(Sentence.LABEL_OFFICE, "office", dossier.office()),
            line(Sentence.LABEL_RECEIVED, dossier.receivedAt()),
            line(Sentence.LABEL_DUE, dossier.dueAt()),
            line(Sentence.LABEL_RETURNED, dossier.returnedAt()),
            Optional.of(state(dossier)),
            overdue(dossier, now))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }

  private Optional<String> line(Sentence label, String gap, String value) {
    return value.isBlank()
        ? Optional.empty()
        : Optional.of(sentences.say(label, Map.of(gap, value)));
  }

  private Optional<String> line(Sentence label, Optional<Instant> time) {
    return time.map(at -> sentences.say(label, "time", VietnameseTime.date(at)));
  }

  private String state(Dossier dossier) {
    return dossier
        .state()
        .map(sentences::of)
        .orElseGet(() -> sentences.say(Sentence.DOSSIER_OTHER_STATE, "state", dossier.stateText()));
  }

  private Optional<String> overdue(Dossier dossier, Instant now) {
    return dossier
        .dueAt()
        .filter(due -> isWithOffice(dossier) && isPast(due, now))
        .map(due -> late(due, now));
  }

  /** While the office waits for papers or payment, its clock stands still. */
  private static boolean isWithOffice(Dossier dossier) {
    if (dossier.returnedAt().isPresent()) {
      return false;
    }
    return switch (dossier.state().orElse(DossierState.IN_PROGRESS)) {
      case NEW, RECEIVED, IN_PROGRESS -> true;
      case NOT_RECEIVED, SUPPLEMENT_ASKED, PAYMENT_ASKED, WITHDRAWN, STOPPED, FINISHED, RETURNED ->
          false;
    };
  }

  private static boolean isPast(Instant due, Instant now) {
    return VietnameseTime.isWholeDay(due) ? daysLate(due, now) > 0 : due.isBefore(now);
  }

  private String late(Instant due, Instant now) {
    long days = daysLate(due, now);
    return days == 0
        ? sentences.say(Sentence.DOSSIER_OVERDUE_TODAY)
        : sentences.say(Sentence.DOSSIER_OVERDUE, "days", VietnameseNumber.of(days));
  }

  private static long daysLate(Instant due, Instant now) {
    return ChronoUnit.DAYS.between(VietnameseTime.dateOf(due), VietnameseTime.dateOf(now));
  }
}
