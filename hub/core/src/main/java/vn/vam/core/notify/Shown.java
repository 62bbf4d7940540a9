package vn.vam.core.notify;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import vn.vam.core.chart.SaltChart;

/** What a message shows where the messenger can, in place of its plain words. */
public sealed interface Shown {
  /** With these words before its own, where it has room for any. */
  default Shown behind(String words) {
    return this;
  }

  /**
   * A picture.
   *
   * @param caption the words under it, at most 2000 characters, NFC
   */
  record Picture(SaltChart chart, String caption) implements Shown {
    @Override
    public Shown behind(String words) {
      return new Picture(chart, words + "\n" + caption);
    }

    /** May hold personal data: prints none of it. */
    @Override
    public String toString() {
      return "Picture";
    }
  }

  /** Cards to tap on, one to five. */
  record Cards(List<Card> cards) implements Shown {
    public static final int MOST = 5;

    public Cards {
      cards = List.copyOf(cards);
      if (cards.isEmpty() || cards.size() > MOST) {
        throw new IllegalArgumentException("a list has 1 to 5 cards, was " + cards.size());
      }
    }
  }

  /**
   * The messenger's own form for a telephone number.
   *
   * @param title 1 to 100 characters, NFC
   * @param subtitle what the number is for, 1 to 500 characters, NFC
   */
  record Form(String title, String subtitle) implements Shown {}

  /**
   * @param title 1 to 100 characters, NFC
   * @param subtitle 1 to 500 characters, NFC
   * @param link what a tap opens, http or https
   * @param picture http or https
   */
  record Card(String title, String subtitle, URI link, Optional<URI> picture) {}
}
