package vn.vam.core.station;

import java.util.regex.Pattern;

/**
 * The form every id has that outsiders hold on to: tags, topics, URLs and query strings need no
 * escaping.
 */
public final class Ids {
  public static final String GRAMMAR = "[a-z0-9][a-z0-9_.-]{0,63}";
  private static final Pattern PATTERN = Pattern.compile(GRAMMAR);

  private Ids() {}

  public static boolean isId(String text) {
    return PATTERN.matcher(text).matches();
  }

  static String check(String text) {
    if (!isId(text)) {
      throw new IllegalArgumentException("an id matches " + GRAMMAR + ", was '" + text + "'");
    }
    return text;
  }
}
