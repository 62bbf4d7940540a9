package vn.vam.core.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Word;

/**
 * Words as hasty people shorten them, such as "ntn" for "như thế nào", from {@code vi/words.txt};
 * each counts only as it is written there.
 */
final class Shorthand {
  private record Short(List<Word> written, List<Word> meant) {
    static Short of(String line) {
      String[] parts = line.split(",", 2);
      return new Short(Word.allIn(parts[0]), Word.allIn(parts[1]));
    }

    boolean standsAt(List<Word> said, int at) {
      return at + written.size() <= said.size()
          && IntStream.range(0, written.size())
              .allMatch(i -> said.get(at + i).equals(written.get(i)));
    }
  }

  private final List<Short> all;

  Shorthand(Sections sections) {
    all = sections.lines("short").stream().map(Short::of).toList();
  }

  static Shorthand vietnamese() {
    return new Shorthand(Sections.read("vi/words"));
  }

  /** Whether some shortened word is this one, its marks apart. */
  boolean knows(String bare) {
    return all.stream()
        .flatMap(one -> one.written().stream())
        .anyMatch(word -> word.bare().equals(bare));
  }

  List<Word> spelledOut(List<Word> said) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < said.size()) {
      int here = at;
      Optional<Short> found = all.stream().filter(one -> one.standsAt(said, here)).findFirst();
      words.addAll(found.map(Short::meant).orElse(List.of(said.get(at))));
      at += found.map(one -> one.written().size()).orElse(1);
    }
    return List.copyOf(words);
  }
}
