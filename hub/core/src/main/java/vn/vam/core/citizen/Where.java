package vn.vam.core.citizen;

import java.util.List;
import vn.vam.core.station.Position;
import vn.vam.core.text.Word;

/** The place someone asks about. */
public sealed interface Where {
  /** No place was told. */
  record Anywhere() implements Where {}

  /**
   * @param words as they were said
   * @param telling those of them that are no small ones, which may stand in a name too
   */
  record Named(List<Word> words, List<Word> telling) implements Where {
    public Named {
      words = List.copyOf(words);
      telling = List.copyOf(telling);
    }
  }

  /** Where the citizen is: prints nothing of it. */
  record Here(Position position) implements Where {
    @Override
    public String toString() {
      return "Here";
    }
  }

  /** No place, where nothing tells of one. */
  static Where named(List<Word> words, List<Word> telling) {
    return telling.isEmpty() ? new Anywhere() : new Named(words, telling);
  }
}
