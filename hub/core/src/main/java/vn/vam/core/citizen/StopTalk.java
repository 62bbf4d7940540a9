package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.vam.core.citizen.Vocabulary.Topic;
import vn.vam.core.text.Word;

/**
 * Hears who wants to be told no more, and of what. Everything stops only where that is clear: who
 * names a place nobody knows, asks how to stop, or says no more than "huỷ" is asked back. Pure.
 */
final class StopTalk {
  private static final Intent ALL = new Intent.Unsubscribe(List.of());

  private final Vocabulary vocabulary;

  StopTalk(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Optional<Intent> in(Said said) {
    List<Word> words = vocabulary.without(said.words(), Topic.NO_REPORT, Topic.NO_STOP);
    if (vocabulary.hears(Topic.STOP_ANYWHERE, words)) {
      return Optional.of(meant(said, isOfEverything(words) ? ALL : which(said)));
    }
    return Vocabulary.when(isStopAlone(said), meant(said, bare(said)));
  }

  /** For what is understood in no other way: begins as who stops something does. */
  Optional<Intent> perhaps(Said said) {
    boolean begins = vocabulary.begins(Topic.STOP, said.words()).isPresent();
    boolean isOfAlerts =
        vocabulary.begins(Topic.STOP_CLEAR, said.words()).isPresent()
            || vocabulary.hears(
                Topic.STOP_OBJECT,
                vocabulary.without(said.words(), Topic.NO_REPORT, Topic.NO_STOP));
    return Vocabulary.when(
        begins && isOfAlerts && vocabulary.begins(Topic.INDEED, said.words()).isEmpty(),
        which(said));
  }

  /**
   * @param nameless what is meant where no station is named
   */
  private Intent meant(Said said, Intent nameless) {
    boolean isOpen =
        said.mentions().unsure()
            || vocabulary.hears(Topic.STOP_SPARES, said.words())
            || vocabulary.hears(Topic.STOP_ASKED, said.words())
            || vocabulary.hears(Topic.CONDITION, said.words());
    if (isOpen) {
      return which(said);
    }
    return said.ids().isEmpty() ? nameless : new Intent.Unsubscribe(said.ids());
  }

  private static Intent which(Said said) {
    return new Intent.StopWhich(said.mentions().unsure() ? said.ids() : List.of());
  }

  /**
   * "Dừng" is clear by itself; "huỷ", "thôi" and "bỏ" are said of anything, and "đừng" before it.
   */
  private Intent bare(Said said) {
    boolean isClear =
        vocabulary.begins(Topic.STOP_CLEAR, said.words()).isPresent()
            || vocabulary.hears(Topic.STOP_OBJECT, said.words());
    return isClear ? ALL : new Intent.StopPerhaps();
  }

  private boolean isStopAlone(Said said) {
    OptionalInt begins = vocabulary.begins(Topic.STOP, said.mentions().rest());
    return begins.isPresent()
        && vocabulary.begins(Topic.STOP, said.words()).isPresent()
        && vocabulary.begins(Topic.REFUSAL, said.words()).isEmpty()
        && vocabulary.begins(Topic.INDEED, said.words()).isEmpty()
        && vocabulary
            .without(
                Said.behind(said.mentions().rest(), begins.getAsInt()),
                Topic.STOP_SMALL,
                Topic.STOP_SPARES)
            .isEmpty();
  }

  /**
   * Whether nothing is named that shall stop: not behind the words for it, up to a "nữa", and not
   * before them, where only a word that nobody ever says here can be a name.
   */
  private boolean isOfEverything(List<Word> words) {
    List<Word> from = vocabulary.from(Topic.STOP_ANYWHERE, words);
    List<Word> before = words.subList(0, words.size() - from.size());
    List<Word> behind = Said.behind(from, vocabulary.begins(Topic.STOP_ANYWHERE, from).orElse(0));
    List<Word> reason = vocabulary.from(Topic.STOP_ENOUGH, behind);
    List<Word> named = behind.subList(0, behind.size() - reason.size());
    return small(before).stream().allMatch(word -> vocabulary.knows(word.bare()))
        && small(named).isEmpty()
        && !vocabulary.hears(Topic.STOP_PLACE, reason);
  }

  private List<Word> small(List<Word> words) {
    return vocabulary.without(words, Topic.STOP_SMALL, Topic.STOP_MORE_SMALL, Topic.ANSWER_SMALL);
  }
}
