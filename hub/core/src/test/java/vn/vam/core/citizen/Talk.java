package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.LookUps;
import vn.vam.core.dossier.PhotoSource.Fetched;
import vn.vam.core.dossier.ReceiptReader.Sight;
import vn.vam.core.dossier.Receipts;
import vn.vam.core.dossier.RememberedTries;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.notify.Button;

/** What conversations have in common that are not about dossiers, and how a reply is read. */
final class Talk {
  private Talk() {}

  /** An office that has no dossier. */
  static LookUps emptyOffice() {
    return new LookUps(
        (code, proof) -> new LookUp.NotFound(),
        new RememberedTries(),
        TryLimits.USUAL,
        (outcome, agency) -> {});
  }

  /** Photos of which none arrives. */
  static Receipts noPhotos() {
    return new Receipts(photo -> new Fetched.Missing(""), photo -> new Sight.Unread(""));
  }

  /** What a name alone answers, numbers apart; nothing where nothing is asked so. */
  static Optional<OpenQuestion> asked(Reply reply) {
    return reply.changes().stream()
        .filter(ProfileChange.Ask.class::isInstance)
        .map(change -> ((ProfileChange.Ask) change).question())
        .reduce((one, later) -> later)
        .flatMap(
            question ->
                question instanceof OpenQuestion.WhichOf which
                    ? which.inner()
                    : Optional.of(question));
  }

  /** Of the first message. */
  static String text(Reply reply) {
    return reply.messages().getFirst().text();
  }

  /** Of the buttons under the first message. */
  static List<String> payloads(Reply reply) {
    return reply.messages().getFirst().buttons().stream().map(Button::payload).toList();
  }
}
