package vn.vam.core.citizen;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.text.VietnameseNumber;
import vn.vam.core.text.VietnameseTime;

/** What is known of a dossier, a line each. */
final class DossierLines {
  private final Sentences sentences;

  DossierLines(Sentences sentences) {
    this.sentences = sentences;
  }

  String code(Dossier dossier) {
    return sentences.say(Sentence.LABEL_CODE, "code", dossier.code().value());
  }

  /** Whose and what it is, and where. */
  Stream<String> matter(Dossier dossier) {
    return Stream.of(
            line(Sentence.LABEL_APPLICANT, "applicant", dossier.applicant()),
            line(Sentence.LABEL_PROCEDURE, "procedure", dossier.procedure()),
            line(Sentence.LABEL_RECEIVING_OFFICE, "office", dossier.receivingOffice()),
            line(Sentence.LABEL_OFFICE, "office", handling(dossier)))
        .flatMap(Optional::stream);
  }

  /** The same office is told once. */
  private static String handling(Dossier dossier) {
    return dossier.office().equals(dossier.receivingOffice()) ? "" : dossier.office();
  }

  Stream<String> dates(Dossier dossier) {
    return Stream.of(
            line(Sentence.LABEL_RECEIVED, dossier.receivedAt()),
            line(Sentence.LABEL_DUE, dossier.dueAt()),
            line(Sentence.LABEL_RETURNED, dossier.returnedAt()))
        .flatMap(Optional::stream);
  }

  /** The state, what to do next, and whether it is late. */
  Stream<String> state(Dossier dossier, Instant now) {
    return Stream.concat(Stream.of(state(dossier)), dossier.daysLate(now).map(this::late).stream());
  }

  /** When the office wrote it down, where that was not just now. */
  String asOf(Instant written, Instant now) {
    return sentences.say(Sentence.DOSSIER_AS_OF, "time", VietnameseTime.moment(written, now));
  }

  private String state(Dossier dossier) {
    return dossier
        .state()
        .map(sentences::of)
        .orElseGet(() -> sentences.say(Sentence.DOSSIER_OTHER_STATE, "state", dossier.stateText()));
  }

  private Optional<String> line(Sentence label, String gap, String value) {
    return value.isBlank()
        ? Optional.empty()
        : Optional.of(sentences.say(label, Map.of(gap, value)));
  }

  private Optional<String> line(Sentence label, Optional<Instant> time) {
    return time.map(at -> sentences.say(label, "time", VietnameseTime.date(at)));
  }

  private String late(long days) {
    return days == 0
        ? sentences.say(Sentence.DOSSIER_OVERDUE_TODAY)
        : sentences.say(Sentence.DOSSIER_OVERDUE, "days", VietnameseNumber.of(days));
  }
}
