package vn.vam.payloads.personal;

import java.util.regex.Pattern;

/** Number plates as Vietnam's vehicles bear them, in whatever way they are written. */
public final class Plates {
  private static final String GAP = "[\\s\\p{Pd}._]{0,3}";

  /** Alone or among words, but no part of an id of hexadecimal groups. */
  private static final Pattern PLATE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]-)\\d{2}"
              + GAP
              + "\\p{L}{1,2}\\d?"
              + GAP
              + "\\d{3}[\\s.\\p{Pd}_]?\\d{1,2}(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])");

  private Plates() {}

  /** Whether a text is one, or holds one. */
  public static boolean areIn(String text) {
    return PLATE.matcher(text).find();
  }

  /** A text without those in it. */
  static String hiddenIn(String text) {
    return PLATE.matcher(text).replaceAll("***");
  }
}
