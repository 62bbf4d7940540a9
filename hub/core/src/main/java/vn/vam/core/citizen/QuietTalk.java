package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import vn.vam.core.citizen.Vocabulary.Topic;
import vn.vam.core.rule.Schedule.Hours;
import vn.vam.core.text.Word;

/** Hears when someone wants to be left in peace. Pure. */
final class QuietTalk {
  private final Vocabulary vocabulary;

  QuietTalk(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Optional<Intent> in(String text, List<Word> words) {
    if (!isDisturbed(words)
        && (vocabulary.hears(Topic.QUIET_NEVER, words) || wantsToHearAlways(words))) {
      return Optional.of(new Intent.KeepQuietNever());
    }
    if (!wantsPeace(words)) {
      return Optional.empty();
    }
    Optional<Hours> hours = QuietWords.in(text);
    boolean ofTheNight = hours.isPresent() || vocabulary.hears(Topic.NIGHT, words);
    return ofTheNight ? Optional.of(new Intent.KeepQuiet(hours)) : Optional.empty();
  }

  private boolean wantsPeace(List<Word> words) {
    return isDisturbed(words)
        || vocabulary.hears(Topic.QUIET, words)
        || vocabulary.hears(Topic.STOP_ANYWHERE, words);
  }

  private boolean isDisturbed(List<Word> words) {
    return vocabulary.hears(Topic.DISTURBED, words)
        && vocabulary.hears(Topic.REPORT, vocabulary.without(words, Topic.NO_REPORT));
  }

  private boolean wantsToHearAlways(List<Word> words) {
    return vocabulary.hears(Topic.ALSO, words)
        && !vocabulary.hears(Topic.QUIET, words)
        && !vocabulary.hears(Topic.STOP_ANYWHERE, words)
        && (vocabulary.hears(Topic.NIGHT, words) || vocabulary.hears(Topic.ANYTIME, words));
  }
}
