package vn.vam.sim.zalo.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a message holds; {@link #text} is what a person could read aloud, empty when there is
 * nothing.
 */
public sealed interface Content {
  String text();

  record Text(String text) implements Content {}

  record Picture(String text, String url) implements Content {}

  /**
   * A document.
   *
   * @param name as its owner called it
   * @param type the ending of its name, such as {@code pdf}
   * @param checksum MD5 of its bytes, in hexadecimal digits
   */
  record Document(String name, String type, int size, String checksum, String url)
      implements Content {
    @Override
    public String text() {
      return "";
    }
  }

  record Location(String latitude, String longitude) implements Content {
    @Override
    public String text() {
      return "";
    }
  }

  record WithButtons(String text, List<Button> buttons) implements Content {
    public WithButtons {
      buttons = List.copyOf(buttons);
    }
  }

  record Cards(String text, List<Card> cards) implements Content {
    public Cards {
      cards = List.copyOf(cards);
    }
  }

  /** Asks for the person's own data; the card says what for. */
  record Form(Card card) implements Content {
    @Override
    public String text() {
      return card.title();
    }
  }

  /** A template that came by phone number. */
  record Zns(String templateId, String text, Map<String, String> data) implements Content {
    public Zns {
      data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
  }

  record Template(String templateId, String text, Map<String, String> data) implements Content {
    public Template {
      data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
  }
}
