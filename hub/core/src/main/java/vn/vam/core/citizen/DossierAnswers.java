package vn.vam.core.citizen;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.LookUps;
import vn.vam.core.dossier.Proof;
import vn.vam.core.dossier.ReceiptReader.Sight;
import vn.vam.core.dossier.Receipts;

/** Where a dossier is and what to do next, overdue or not; now, or whenever it changes. */
final class DossierAnswers {
  private final LookUps lookUps;
  private final Receipts receipts;
  private final FollowAnswers follows;
  private final Sentences sentences;
  private final DossierLines lines;
  private final Buttons buttons;

  DossierAnswers(
      LookUps lookUps,
      Receipts receipts,
      FollowAnswers follows,
      Sentences sentences,
      Buttons buttons) {
    this.lookUps = lookUps;
    this.receipts = receipts;
    this.follows = follows;
    this.sentences = sentences;
    this.lines = new DossierLines(sentences);
    this.buttons = buttons;
  }

  Reply howTo() {
    return Reply.of(sentences.say(Sentence.DOSSIER_HOW_TO), List.of());
  }

  /**
   * Nobody looks before the receipt was proven: it is asked for whether there is a dossier or not.
   */
  Reply of(String citizen, DossierCode code, Optional<Proof> proof, Profile profile, Instant now) {
    return lookUps.needProof() && proof.isEmpty()
        ? whichReceipt(code, new OpenQuestion.WhichReceipt(code))
        : told(
            lookUps.find(citizen, code, proof, now),
            code,
            found -> follows.shown(text(found, now), found.dossier(), profile, now));
  }

  private Reply whichReceipt(DossierCode code, OpenQuestion question) {
    return Reply.of(sentences.say(Sentence.DOSSIER_PROOF, "code", code.value()), List.of())
        .with(new ProfileChange.Ask(question));
  }

  /**
   * Agrees to be told of changes: after the receipt was proven, just now or with the same words.
   *
   * @param code absent where none was said
   */
  Reply follow(
      String citizen,
      Optional<DossierCode> code,
      Optional<Proof> proof,
      Profile profile,
      Instant now) {
    return code.map(
            one ->
                follows
                    .refusal(one, profile)
                    .orElseGet(() -> follow(citizen, one, proof, profile, now)))
        .orElseGet(() -> follows.howTo(profile));
  }

  private Reply follow(
      String citizen, DossierCode code, Optional<Proof> proof, Profile profile, Instant now) {
    boolean isProven =
        profile.open().equals(Optional.of(new OpenQuestion.MayFollow(code)))
            || !lookUps.needProof();
    if (!isProven && proof.isEmpty()) {
      return whichReceipt(code, new OpenQuestion.ProveToFollow(code));
    }
    return told(
        isProven ? lookUps.again(code) : lookUps.find(citizen, code, proof, now),
        code,
        found -> follows.agreed(found.dossier(), text(found, now), now));
  }

  private Reply told(LookUp found, DossierCode code, Function<LookUp.Found, Reply> shown) {
    return switch (found) {
      case LookUp.Found dossier -> shown.apply(dossier);
      case LookUp.NotFound notFound ->
          nothing(
              sentences.say(
                  lookUps.needProof() ? Sentence.DOSSIER_NOT_SHOWN : Sentence.DOSSIER_NOT_FOUND,
                  "code",
                  code.value()));
      case LookUp.TooManyTries tooMany -> nothing(sentences.say(Sentence.DOSSIER_TOO_MANY));
      case LookUp.Unavailable unavailable ->
          Reply.of(sentences.say(Sentence.DOSSIER_UNAVAILABLE), buttons.menu())
              .with(new ProfileChange.AskNothing());
    };
  }

  private static Reply nothing(String text) {
    return Reply.of(text, List.of()).with(new ProfileChange.AskNothing());
  }

  /**
   * @param unread how to send a better one
   * @param said what is answered to the code seen, or to none; nothing where only that was sent
   */
  Reply on(List<URI> sent, Sentence unread, Function<Optional<DossierCode>, Optional<Reply>> said) {
    return switch (receipts.look(sent)) {
      case Sight.Seen seen -> said.apply(Optional.of(seen.code())).orElseGet(Reply::silence);
      case Sight.Unread nothing ->
          said.apply(Optional.empty()).orElseGet(() -> Reply.of(sentences.say(unread), List.of()));
      case Sight.Unavailable unavailable ->
          said.apply(Optional.empty())
              .orElseGet(
                  () -> Reply.of(sentences.say(Sentence.DOSSIER_PHOTO_UNAVAILABLE), List.of()));
    };
  }

  private String text(LookUp.Found found, Instant now) {
    Dossier dossier = found.dossier();
    return Stream.of(
            Stream.of(lines.code(dossier)),
            lines.matter(dossier),
            lines.dates(dossier),
            lines.state(dossier, now),
            found.asOf().map(written -> lines.asOf(written, now)).stream())
        .flatMap(Function.identity())
        .collect(Collectors.joining("\n"));
  }
}
