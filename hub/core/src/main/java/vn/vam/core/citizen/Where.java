package vn.vam.core.citizen;

import java.util.List;
import vn.vam.core.station.Position;
import vn.vam.core.text.Word;

/** The place someone asks about. */
public sealed interface Where {
  /** No place was told. */
  record Anywhere() implements Where {}

  /**
   * @param words as they were said, small ones left out
   */
  record Named(List<Word> words) implements Where {
    public Named {
      words = List.copyOf(words);
    }
  }

  /** Where the citizen is: prints nothing of it. */
  record Here(Position position) implements Where {
    @Override
    public String toString() {
      return "Here";
    }
  }

  static Where named(List<Word> words) {
    return words.isEmpty() ? new Anywhere() : new Named(words);
  }
}
