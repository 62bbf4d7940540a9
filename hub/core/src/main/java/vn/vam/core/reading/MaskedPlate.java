package vn.vam.core.reading;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be shown of a number plate: the province's code, the series' letters and the last two
 * digits, such as {@code 63A-***.45}; of any other plate that there was one. Cannot hold a whole
 * plate.
 *
 * @param text the masked form
 */
public record MaskedPlate(String text) {
  private static final String HIDDEN = "***";
  private static final Pattern MASKED = Pattern.compile("\\d{2}[A-Z]{1,2}-\\*{3}\\.\\d{2}|\\*{3}");

  /** Two digits, one or two letters, and four to six digits: what stands on Vietnamese plates. */
  private static final Pattern VIETNAMESE = Pattern.compile("(\\d{2}[A-Z]{1,2})\\d{2,4}(\\d{2})");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /**
   * @throws IllegalArgumentException for a text that is not masked; it is not quoted
   */
  public MaskedPlate {
    if (!MASKED.matcher(text).matches()) {
      throw new IllegalArgumentException("a masked plate looks like 63A-***.45");
    }
  }

  /** In whatever way the plate was written. */
  public static MaskedPlate of(String plate) {
    String plain = BETWEEN.matcher(plate).replaceAll("").toUpperCase(Locale.ROOT);
    Matcher parts = VIETNAMESE.matcher(plain);
    return new MaskedPlate(
        parts.matches() ? parts.group(1) + "-" + HIDDEN + "." + parts.group(2) : HIDDEN);
  }

  @Override
  public String toString() {
    return text;
  }
}
