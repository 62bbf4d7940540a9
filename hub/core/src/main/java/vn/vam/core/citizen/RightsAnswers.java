package vn.vam.core.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vam.core.citizen.Command.Verb;
import vn.vam.core.text.VietnameseTime;

/** What people may ask of whoever keeps something of them: what it is, and that it be erased. */
final class RightsAnswers {
  private final Sentences sentences;
  private final QuietAnswers quiet;

  RightsAnswers(Sentences sentences, QuietAnswers quiet) {
    this.sentences = sentences;
    this.quiet = quiet;
  }

  Reply held(Profile profile) {
    boolean isNothing =
        profile.consents().isEmpty() && profile.quiet().isEmpty() && profile.stopped().isNothing();
    String text =
        isNothing
            ? sentences.say(Sentence.HELD_NOTHING)
            : sentences.say(Sentence.HELD, "lines", String.join("\n", lines(profile)));
    return Reply.of(text, List.of());
  }

  private List<String> lines(Profile profile) {
    List<String> lines = new ArrayList<>();
    lines.add(sentences.say(Sentence.HELD_ID));
    profile.consents().stream().map(this::line).forEach(lines::add);
    profile
        .quiet()
        .flatMap(own -> quiet.words(profile))
        .ifPresent(hours -> lines.add(sentences.say(Sentence.HELD_QUIET, "hours", hours)));
    if (!profile.stopped().isNothing()) {
      lines.add(sentences.say(Sentence.HELD_STOPPED));
    }
    lines.add(sentences.say(Sentence.HELD_SENT));
    return lines;
  }

  private String line(Consent consent) {
    return sentences.say(
        Sentence.HELD_CONSENT,
        Map.of("time", VietnameseTime.date(consent.at()), "consent", consent.words()));
  }

  /** Everything is lost with it: asked twice, unless it was the messenger that told us. */
  Reply erase(boolean surely) {
    return surely
        ? Reply.of(sentences.say(Sentence.ERASED), List.of()).with(new ProfileChange.Erase())
        : Reply.of(
                sentences.say(Sentence.ERASE_ASKED),
                List.of(Command.surely(sentences.say(Sentence.BUTTON_ERASE), Verb.ERASE)))
            .with(new ProfileChange.Ask(new OpenQuestion.ReallyErase()));
  }
}
