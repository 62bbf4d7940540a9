package vn.vam.core.citizen;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Standing.News;
import vn.vam.core.notify.Button;

/** What a citizen reads when a dossier they follow has changed, or is followed no more. Pure. */
public final class DossierText {
  private final Sentences sentences = Sentences.vietnamese();
  private final DossierLines lines = new DossierLines(sentences);
  private final Buttons buttons = new Buttons(sentences);

  /** The news first: a template takes the beginning alone. */
  public String of(Dossier dossier, News news, Instant now) {
    Stream<String> end =
        dossier.standing(now).isEnd()
            ? Stream.of(sentences.say(Sentence.FOLLOWED_END))
            : Stream.empty();
    return Stream.of(
            Stream.of(sentences.say(headline(news), "code", dossier.code().value())),
            lines.state(dossier, now),
            lines.matter(dossier),
            lines.dates(dossier),
            end)
        .flatMap(Function.identity())
        .collect(Collectors.joining("\n"));
  }

  private static Sentence headline(News news) {
    return switch (news) {
      case STATE -> Sentence.FOLLOWED_STATE;
      case DUE -> Sentence.FOLLOWED_DUE;
      case LATE -> Sentence.FOLLOWED_LATE;
    };
  }

  /** For when the time is over for which they agreed. */
  public String over(DossierCode code) {
    return sentences.say(Sentence.FOLLOWED_OVER, "code", code.value());
  }

  /** Under news of a dossier that goes on. */
  public List<Button> buttons(DossierCode code) {
    return buttons.stopFollowing(List.of(code));
  }
}
