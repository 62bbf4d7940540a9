package vn.vam.core.citizen;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.text.Phrases;
import vn.vam.core.text.Phrases.Speech;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Word;

/** The phrases people use, by topic, from {@code vi/words.txt}. */
final class Vocabulary {
  enum Topic {
    DOSSIER,
    NO_DOSSIER,
    PAPER,
    PAPER_STATE,
    LOOK_UP,
    FOLLOW,
    FOLLOWED,
    ALL_DOSSIERS,
    STOP,
    STOP_ANYWHERE,
    STOP_CLEAR,
    STOP_OBJECT,
    STOP_SMALL,
    STOP_MORE_SMALL,
    STOP_PLACE,
    STOP_ENOUGH,
    STOP_SPARES,
    STOP_ASKED,
    TAKE_BACK,
    EVERYTHING,
    NO_STOP,
    MISSING,
    REFUSAL,
    RIGHT,
    INDEED,
    SUBSCRIBED,
    ALREADY,
    WHICH,
    NO_LIST,
    SUBSCRIPTIONS,
    LIMIT,
    LEVEL_WORD,
    ADJUSTING,
    ADJUSTED_AGAIN,
    REPORT,
    NO_REPORT,
    QUIET,
    DISTURBED,
    NIGHT,
    QUIET_NEVER,
    ALSO,
    ANYTIME,
    HELD,
    ERASE,
    PHONE_NUMBER,
    NUMBER,
    NUMBER_GONE,
    NUMBER_OFF,
    NO_BEGINS,
    ANY_MORE,
    ANSWER_SMALL,
    NAME_SMALL,
    YES,
    SUBSCRIBE,
    SUBSCRIBE_STATION,
    ALERTS,
    TELL_ME,
    ASKS_NOW,
    CONDITION,
    NOT_WATER,
    SALINITY,
    ALL,
    ASK_SMALL,
    ELSEWHERE,
    CHART,
    PICTURE,
    DAYS,
    YESTERDAY,
    DAY_BEFORE,
    NOT_PAST,
    WHEN,
    SAFE,
    HUMAN,
    MENU,
    MORE,
    MORE_SHORT,
    GREETING,
    THANKS,
    WATERING,
    MAY,
    TIDE,
    THEN,
    CROPS,
    SLIP,
    NOT_THERE;

    String section() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final Vocabulary VIETNAMESE = new Vocabulary(Sections.read("vi/words"));

  private final Map<Topic, Phrases> phrases = new EnumMap<>(Topic.class);
  private final Set<String> words;

  Vocabulary(Sections sections) {
    Speech speech = Speech.in(sections);
    for (Topic topic : Topic.values()) {
      phrases.put(topic, new Phrases(sections.phrases(topic.section()), speech));
    }
    words =
        phrases.values().stream()
            .flatMap(Phrases::words)
            .map(Word::bare)
            .collect(Collectors.toUnmodifiableSet());
  }

  static Vocabulary vietnamese() {
    return VIETNAMESE;
  }

  /** Whether some phrase has this word, its marks apart. */
  boolean knows(String bare) {
    return words.contains(bare);
  }

  /** Whether a phrase of the topic stands anywhere in what was said. */
  boolean hears(Topic topic, List<Word> said) {
    return of(topic).areIn(said);
  }

  /** Whether a phrase of one topic stands before the first of the other. */
  boolean hearsBefore(Topic one, Topic other, List<Word> said) {
    int end = of(other).first(said).orElse(0);
    return hears(one, said.subList(0, end));
  }

  /** What was said from the first phrase of the topic on; nothing where there is none. */
  List<Word> from(Topic topic, List<Word> said) {
    return said.subList(of(topic).first(said).orElse(said.size()), said.size());
  }

  /** How many words of what was said are behind a phrase of the topic with which it begins. */
  OptionalInt begins(Topic topic, List<Word> said) {
    return of(topic).beginning(said);
  }

  /** What is left when every phrase of these topics is struck out, the longest first. */
  List<Word> without(List<Word> said, Topic... topics) {
    return Phrases.without(said, Stream.of(topics).map(this::of).toList());
  }

  private Phrases of(Topic topic) {
    return requireNonNull(phrases.get(topic));
  }

  /** What was meant, where it was heard. */
  static Optional<Intent> when(boolean heard, Intent meant) {
    return heard ? Optional.of(meant) : Optional.empty();
  }
}
