package vn.vam.core.citizen;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import vn.vam.core.citizen.Vocabulary.Topic;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Proof;

/** Hears who speaks of dossiers: asks for one, follows it, or follows it no longer. Pure. */
final class DossierTalk {
  /** Begins like a dossier code and is none: too few digits, a letter too many. */
  private static final Pattern NEARLY_A_CODE =
      Pattern.compile("(?i)(?<![\\p{L}\\d])[A-Z]\\d{2}[.\\d]*\\s*[-\\u2010-\\u2015]\\s*\\d{3,}");

  private final Vocabulary vocabulary;

  DossierTalk(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @param rest what is said beside the code
   */
  Intent of(DossierCode code, Said rest) {
    if (stopsDossiers(rest)) {
      return new Intent.StopDossiers(Optional.of(code));
    }
    Optional<Proof> proof =
        Proof.findIn(rest.text())
            .filter(known -> !vocabulary.knows(known.value().toLowerCase(Locale.ROOT)));
    return hears(Topic.FOLLOW, rest)
        ? new Intent.FollowDossier(Optional.of(code), proof)
        : new Intent.AskDossier(code, proof);
  }

  /** Of one who speaks of dossiers. */
  private boolean stopsDossiers(Said said) {
    OptionalInt begins = vocabulary.begins(Topic.STOP, said.words());
    return hears(Topic.STOP_ANYWHERE, said)
        || (begins.isPresent()
            && vocabulary
                .without(said.behind(begins.getAsInt()), Topic.STOP_SMALL, Topic.DOSSIER)
                .isEmpty());
  }

  Optional<Intent> followed(Said said) {
    if (!hears(Topic.DOSSIER, said)) {
      return Optional.empty();
    }
    if (hears(Topic.FOLLOWED, said)) {
      return Optional.of(new Intent.ListDossiers());
    }
    return stopsDossiers(said)
        ? Optional.of(new Intent.StopDossiers(Optional.empty()))
        : Vocabulary.when(
            hears(Topic.FOLLOW, said),
            new Intent.FollowDossier(Optional.empty(), Optional.empty()));
  }

  Optional<Intent> asked(Said said) {
    return Vocabulary.when(
        hears(Topic.DOSSIER, said) || NEARLY_A_CODE.matcher(said.text()).find(),
        new Intent.AskDossierHowTo());
  }

  private boolean hears(Topic topic, Said said) {
    return vocabulary.hears(topic, said.words());
  }
}
