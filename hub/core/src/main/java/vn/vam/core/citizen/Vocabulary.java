package vn.vam.core.citizen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Word;

/** The phrases people use, by topic, from {@code vi/words.txt}. */
final class Vocabulary {
  enum Topic {
    DOSSIER,
    LOOK_UP,
    FOLLOW,
    FOLLOWED,
    STOP,
    STOP_ANYWHERE,
    STOP_SMALL,
    SUBSCRIPTIONS,
    LIMIT,
    REPORT,
    NO_REPORT,
    QUIET,
    NIGHT,
    QUIET_NEVER,
    HELD,
    ERASE,
    NUMBER,
    NUMBER_GONE,
    NO,
    ANSWER_SMALL,
    NAME_SMALL,
    YES,
    SUBSCRIBE,
    SUBSCRIBE_STATION,
    ALERTS,
    SALINITY,
    ALL,
    ASK_SMALL,
    ELSEWHERE,
    CHART,
    DAYS,
    WHEN,
    SAFE,
    HUMAN,
    MENU,
    GREETING;

    String section() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Map<Topic, List<List<Word>>> phrases = new EnumMap<>(Topic.class);
  private final Set<String> words = new HashSet<>();

  Vocabulary(Sections sections) {
    for (Topic topic : Topic.values()) {
      phrases.put(
          topic,
          sections.lines(topic.section()).stream()
              .map(Word::allIn)
              .sorted(Comparator.comparingInt((List<Word> phrase) -> phrase.size()).reversed())
              .toList());
    }
    phrases.values().forEach(all -> all.forEach(phrase -> phrase.forEach(this::know)));
  }

  private void know(Word word) {
    words.add(word.bare());
  }

  static Vocabulary vietnamese() {
    return new Vocabulary(Sections.read("vi/words"));
  }

  /** Whether some phrase has this word, its marks apart. */
  boolean knows(String bare) {
    return words.contains(bare);
  }

  /** Whether a phrase of the topic stands anywhere in what was said. */
  boolean hears(Topic topic, List<Word> said) {
    for (int at = 0; at < said.size(); at++) {
      if (phraseAt(topic, said, at).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** How many words of what was said are behind a phrase of the topic with which it begins. */
  OptionalInt begins(Topic topic, List<Word> said) {
    return phraseAt(topic, said, 0);
  }

  /** What is left when every phrase of these topics is struck out, the longest first. */
  List<Word> without(List<Word> said, Topic... topics) {
    List<Word> left = new ArrayList<>();
    int at = 0;
    while (at < said.size()) {
      int struck = longestAt(said, at, topics);
      if (struck == 0) {
        left.add(said.get(at));
      }
      at += Math.max(1, struck);
    }
    return left;
  }

  private int longestAt(List<Word> said, int at, Topic... topics) {
    int longest = 0;
    for (Topic topic : topics) {
      longest = Math.max(longest, phraseAt(topic, said, at).orElse(0));
    }
    return longest;
  }

  private OptionalInt phraseAt(Topic topic, List<Word> said, int at) {
    return phrases.getOrDefault(topic, List.of()).stream()
        .filter(phrase -> standsAt(phrase, said, at))
        .mapToInt(List::size)
        .findFirst();
  }

  private static boolean standsAt(List<Word> phrase, List<Word> said, int at) {
    if (at + phrase.size() > said.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!said.get(at + i).mayMean(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What was meant, where it was heard. */
  static Optional<Intent> when(boolean heard, Intent meant) {
    return heard ? Optional.of(meant) : Optional.empty();
  }
}
