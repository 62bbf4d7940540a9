package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import vn.vam.core.citizen.Vocabulary.Topic;
import vn.vam.core.text.Word;

/** Hears who speaks of what is kept of them, and of their telephone number. Pure. */
final class OwnTalk {
  private final Vocabulary vocabulary;

  OwnTalk(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Optional<Intent> in(List<Word> words) {
    if (vocabulary.hears(Topic.PHONE_NUMBER, words)) {
      return ofNumber(words);
    }
    if (vocabulary.hears(Topic.ERASE, words)) {
      return Optional.of(new Intent.EraseMe(false));
    }
    if (vocabulary.hears(Topic.HELD, words)) {
      return Optional.of(new Intent.AskHeld());
    }
    return given(words);
  }

  /** Who neither gives nor takes back a number, nor asks whether it is kept, asks for one. */
  private Optional<Intent> ofNumber(List<Word> words) {
    boolean takesBack =
        vocabulary.hearsBefore(Topic.NUMBER_GONE, Topic.PHONE_NUMBER, words)
            || vocabulary.hears(Topic.NUMBER_OFF, words);
    if (takesBack) {
      return Optional.of(new Intent.ForgetNumber());
    }
    return vocabulary.hears(Topic.HELD, words) ? Optional.of(new Intent.AskHeld()) : given(words);
  }

  private Optional<Intent> given(List<Word> words) {
    return vocabulary.hears(Topic.NUMBER, words)
        ? Optional.of(new Intent.GiveNumber())
        : Optional.empty();
  }
}
