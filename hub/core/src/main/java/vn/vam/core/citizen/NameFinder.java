package vn.vam.core.citizen;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.vam.core.text.Word;

/**
 * Finds what people name by a part of its name, such as "ben xe my tho" for "Bến xe khách Mỹ Tho":
 * the more letters of it they said, the surer. One short word alone names nothing. A word for a
 * kind of place may be shortened.
 */
final class NameFinder<T> {
  private static final int LEAST_LETTERS = 4;

  private record Named<T>(T thing, List<List<Word>> spellings) {
    int lettersIn(List<Word> telling) {
      return spellings.stream().mapToInt(words -> lettersIn(telling, words)).max().orElse(0);
    }

    private static int lettersIn(List<Word> telling, List<Word> words) {
      return words.stream()
          .filter(word -> telling.stream().anyMatch(one -> one.mayMean(word)))
          .mapToInt(word -> word.bare().length())
          .sum();
    }

    /** Whether the whole name was said in a row. */
    boolean standsIn(List<Word> said) {
      return spellings.stream().anyMatch(words -> standsIn(said, words));
    }

    private static boolean standsIn(List<Word> said, List<Word> words) {
      return !words.isEmpty()
          && IntStream.rangeClosed(0, said.size() - words.size())
              .anyMatch(at -> standsAt(said, words, at));
    }

    private static boolean standsAt(List<Word> said, List<Word> words, int at) {
      return IntStream.range(0, words.size()).allMatch(i -> said.get(at + i).mayMean(words.get(i)));
    }
  }

  private final List<Named<T>> named;

  NameFinder(List<T> things, Function<T, String> name) {
    named =
        things.stream()
            .map(
                thing ->
                    new Named<>(
                        thing, PlaceWords.VIETNAMESE.spellings(Word.allIn(name.apply(thing)))))
            .toList();
  }

  /** Those of which the most was said; a name said in a row beats all that were not. */
  List<T> best(Where.Named said) {
    List<Named<T>> whole = named.stream().filter(one -> one.standsIn(said.words())).toList();
    return whole.isEmpty()
        ? most(named, said.telling(), LEAST_LETTERS)
        : most(whole, said.words(), 1);
  }

  private static <T> List<T> most(List<Named<T>> names, List<Word> said, int least) {
    int most = names.stream().mapToInt(one -> one.lettersIn(said)).max().orElse(0);
    return most < least
        ? List.of()
        : names.stream().filter(one -> one.lettersIn(said) == most).map(Named::thing).toList();
  }
}
