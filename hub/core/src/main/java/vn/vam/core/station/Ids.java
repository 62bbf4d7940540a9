package vn.vam.core.station;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The form every id has that outsiders hold on to: tags, topics, URLs and query strings need no
 * escaping.
 */
public final class Ids {
  public static final String GRAMMAR = "[a-z0-9][a-z0-9_.-]{0,63}";
  private static final int LONGEST = 64;

  private Ids() {}

  /** Whether it matches {@link #GRAMMAR}. Asked several times a message: no regular expression. */
  public static boolean isId(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && c != '_' && c != '.' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /**
   * The id that comes closest to a name from elsewhere: without diacritics, in lower case, a hyphen
   * for each run of other characters, cut to length. Nothing where not a letter or digit is left.
   */
  public static Optional<String> closest(String name) {
    String plain =
        Normalizer.normalize(name.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD);
    String id =
        plain
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_.]+", "-")
            .replaceAll("^[-_.]+|-+$", "");
    return Optional.of(id.substring(0, Math.min(id.length(), LONGEST))).filter(Ids::isId);
  }

  static String check(String text) {
    if (!isId(text)) {
      throw new IllegalArgumentException("an id matches " + GRAMMAR + ", was '" + text + "'");
    }
    return text;
  }
}
