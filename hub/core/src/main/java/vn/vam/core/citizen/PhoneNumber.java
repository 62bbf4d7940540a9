package vn.vam.core.citizen;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Vietnamese telephone number. Personal: prints none of it.
 *
 * @param digits 84 and nine digits
 */
public record PhoneNumber(String digits) {
  private static final Pattern DIGITS = Pattern.compile("84\\d{9}");
  private static final int LONGEST = 40;

  /** One of a mobile telephone among other words, in one piece or in groups. */
  private static final Pattern IN_A_TEXT =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.])(?:0|\\+?84[ .-]?)[35789](?:\\d{5}|\\d{1,2}[ .-]\\d{3}[ .-]\\d?)"
              + "(\\d{3})(?![\\p{L}\\p{N}])");

  public PhoneNumber {
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("a telephone number is 84 and nine digits");
    }
  }

  /** However it is written: {@code 0912 345 678}, {@code +84 912.345.678}; nothing for others. */
  public static Optional<PhoneNumber> of(String written) {
    String bare = written.length() > LONGEST ? "" : written.replaceAll("[\\s().-]", "");
    String digits = bare.replaceFirst("^(\\+84|0)", "84");
    return DIGITS.matcher(digits).matches()
        ? Optional.of(new PhoneNumber(digits))
        : Optional.empty();
  }

  /** Whether a text is one, or holds one. */
  public static boolean isIn(String text) {
    return IN_A_TEXT.matcher(text).find();
  }

  /** A text, of each number in it no more than its end. */
  public static String hiddenIn(String text) {
    return IN_A_TEXT.matcher(text).replaceAll("…$1");
  }

  /** The last three digits: enough for whoever knows it. */
  public String ending() {
    return "…" + digits.substring(digits.length() - 3);
  }

  @Override
  public String toString() {
    return "PhoneNumber";
  }
}
