package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.TypedCode;

/** Hears what is meant by photos and what is written below them. Pure. */
final class CaptionTalk {
  private final Understanding understanding;

  CaptionTalk(Understanding understanding) {
    this.understanding = understanding;
  }

  /**
   * @param seen the code on the photos, where one could be read
   * @return nothing where the photos show no code and nothing is said below them
   */
  List<Intent> under(String caption, Optional<DossierCode> seen) {
    Intent said = understanding.understand(caption);
    boolean isOfThePhoto = isOfThePhoto(said);
    if (seen.isEmpty()) {
      return isOfThePhoto ? List.of() : List.of(said);
    }
    Intent shown = new Intent.AskDossier(seen.get(), Optional.empty());
    if (isOfThePhoto) {
      return List.of(caption.isBlank() ? shown : withTheCode(caption, seen.get()));
    }
    boolean isTheSame = DossierCode.findIn(TypedCode.spelledOut(caption)).equals(seen);
    return isTheSame ? List.of(said) : List.of(shown, said);
  }

  /** "Xem hồ sơ này", a look-up code, or words that nobody understands. */
  private static boolean isOfThePhoto(Intent said) {
    return said instanceof Intent.Unknown
        || said instanceof Intent.Greeting
        || said instanceof Intent.Menu
        || said instanceof Intent.AskDossierHowTo
        || (said instanceof Intent.FollowDossier follow && follow.code().isEmpty())
        || (said instanceof Intent.StopDossiers stop && stop.code().isEmpty());
  }

  private Intent withTheCode(String caption, DossierCode code) {
    return understanding.understand(code.value() + " " + caption);
  }
}
