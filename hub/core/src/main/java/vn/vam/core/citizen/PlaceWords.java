package vn.vam.core.citizen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Word;

/**
 * Words for the kind of a place and how people write them, such as "k" or "kinh" for "kênh", from
 * {@code vi/words.txt}.
 */
final class PlaceWords {
  static final PlaceWords VIETNAMESE = new PlaceWords(Sections.read("vi/words"));

  /** A kind that stands somewhere, in so many words. */
  private record Found(List<List<Word>> kind, int length) {
    List<Word> spelling(int which) {
      return kind.get(Math.min(which, kind.size() - 1));
    }
  }

  private final List<List<List<Word>>> kinds;
  private final List<List<Word>> leftOut;

  PlaceWords(Sections sections) {
    kinds = sections.lines("place-words").stream().map(PlaceWords::kind).toList();
    leftOut = sections.lines("kind-left-out").stream().map(Word::allIn).toList();
  }

  private static List<List<Word>> kind(String line) {
    return Stream.of(line.split(",", -1)).map(Word::allIn).toList();
  }

  /** The name as it stands, then as others write the words for kinds in it. */
  List<List<Word>> spellings(List<Word> name) {
    int most = kinds.stream().mapToInt(List::size).max().orElse(0);
    Stream<List<Word>> others = IntStream.range(0, most).mapToObj(which -> spelled(name, which));
    return Stream.concat(Stream.of(name), others).distinct().toList();
  }

  private List<Word> spelled(List<Word> name, int which) {
    List<Word> spelled = new ArrayList<>();
    int at = 0;
    while (at < name.size()) {
      Optional<Found> found = foundAt(name, at);
      spelled.addAll(found.map(kind -> kind.spelling(which)).orElse(List.of(name.get(at))));
      at += found.map(Found::length).orElse(1);
    }
    return List.copyOf(spelled);
  }

  private Optional<Found> foundAt(List<Word> words, int at) {
    return kinds.stream()
        .flatMap(
            kind ->
                kind.stream()
                    .filter(spelling -> standsAt(spelling, words, at))
                    .map(spelling -> new Found(kind, spelling.size())))
        .max(Comparator.comparingInt(Found::length));
  }

  /** A name of which two words and more are left when its kind is left out, as people do. */
  Optional<List<Word>> withoutItsKind(List<Word> name) {
    return leftOut.stream()
        .filter(kind -> name.size() >= kind.size() + 2 && standsAt(kind, name, 0))
        .map(kind -> name.subList(kind.size(), name.size()))
        .findFirst();
  }

  /** What may stand behind a word for a kind, of two letters and more, in a row of letters. */
  Stream<String> withoutKind(String letters) {
    return kinds.stream()
        .flatMap(List::stream)
        .map(kind -> kind.stream().map(Word::bare).collect(Collectors.joining()))
        .filter(kind -> kind.length() > 1 && letters.startsWith(kind))
        .map(kind -> letters.substring(kind.length()))
        .distinct();
  }

  /** How many words before that place tell its kind; 0 for none. */
  int lengthBefore(List<Word> words, int at) {
    return kinds.stream()
        .flatMap(List::stream)
        .filter(spelling -> standsAt(spelling, words, at - spelling.size()))
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  private static boolean standsAt(List<Word> spelling, List<Word> words, int at) {
    return at >= 0
        && at + spelling.size() <= words.size()
        && IntStream.range(0, spelling.size())
            .allMatch(i -> words.get(at + i).mayMean(spelling.get(i)));
  }
}
