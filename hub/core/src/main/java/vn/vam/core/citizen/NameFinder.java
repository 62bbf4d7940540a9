package vn.vam.core.citizen;

import java.util.List;
import java.util.function.Function;
import vn.vam.core.text.Word;

/**
 * Finds what people name by a part of its name, such as "ben xe my tho" for "Bến xe khách Mỹ Tho":
 * the more letters of it they said, the surer. One short word alone names nothing.
 */
final class NameFinder<T> {
  private static final int LEAST_LETTERS = 4;

  private record Named<T>(T thing, List<Word> words) {
    int lettersIn(List<Word> said) {
      return words.stream()
          .filter(word -> said.stream().anyMatch(one -> one.mayMean(word)))
          .mapToInt(word -> word.bare().length())
          .sum();
    }

    boolean isWholeIn(List<Word> said) {
      return words.stream().allMatch(word -> said.stream().anyMatch(one -> one.mayMean(word)));
    }
  }

  private final List<Named<T>> named;

  NameFinder(List<T> things, Function<T, String> name) {
    named =
        things.stream().map(thing -> new Named<>(thing, Word.allIn(name.apply(thing)))).toList();
  }

  /** Those of which the most was said; one whose whole name was said beats all others. */
  List<T> best(List<Word> said) {
    List<Named<T>> whole = named.stream().filter(one -> isNamed(one, said)).toList();
    List<Named<T>> candidates = whole.isEmpty() ? named : whole;
    int most = candidates.stream().mapToInt(one -> one.lettersIn(said)).max().orElse(0);
    return most < LEAST_LETTERS && whole.isEmpty()
        ? List.of()
        : candidates.stream().filter(one -> one.lettersIn(said) == most).map(Named::thing).toList();
  }

  private static <T> boolean isNamed(Named<T> one, List<Word> said) {
    return !one.words().isEmpty() && one.isWholeIn(said);
  }
}
