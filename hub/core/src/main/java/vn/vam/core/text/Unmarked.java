package vn.vam.core.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text in small letters without marks, everything else as it was: "Trên 0,5 g/l" is "tren 0,5
 * g/l".
 */
public final class Unmarked {
  private static final int LONGEST_TEXT = 2_000;
  private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}]+");

  private Unmarked() {}

  /** What lies beyond the first 2,000 characters is not read. */
  public static String of(String text) {
    String read = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    String apart = Normalizer.normalize(read.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").replace('đ', 'd').replace('ð', 'd');
  }
}
