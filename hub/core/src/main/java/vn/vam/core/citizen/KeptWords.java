package vn.vam.core.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import vn.vam.core.notify.Button;

/** Texts and buttons in a row of words with a space between, as an open question is kept. Pure. */
final class KeptWords {
  /** Stands where there is none; no text is kept so. */
  static final String NONE = "%";

  private KeptWords() {}

  /**
   * @param head words of its own
   */
  static String of(String what, String head, List<Button> buttons) {
    StringJoiner words = new StringJoiner(" ").add(what).add(head);
    buttons.forEach(button -> words.add(token(button.title())).add(token(button.payload())));
    return words.toString();
  }

  /** One word; never empty. */
  static String token(String text) {
    return "=" + text.replace("%", "%25").replace(" ", "%20");
  }

  static String text(String token) {
    return token.substring(1).replace("%20", " ").replace("%25", "%");
  }

  /**
   * @param from where the first one's title is; the payload is behind it
   */
  static List<Button> buttons(String[] words, int from) {
    List<Button> buttons = new ArrayList<>();
    for (int at = from; at < words.length; at += 2) {
      buttons.add(new Button(text(words[at]), text(words[at + 1])));
    }
    return buttons;
  }
}
