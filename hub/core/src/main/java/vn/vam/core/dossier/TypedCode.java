package vn.vam.core.dossier;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Dossier codes as hasty people type them: in pieces, with dots or spaces for dashes, with the
 * letter O for a zero. Of typed texts alone: what a QR holds is no guess. Pure.
 */
public final class TypedCode {
  private static final String DIGIT = "[\\dOo]";
  private static final String BETWEEN = "[\\s.,_/\\-\\u2010-\\u2015\\u2212]{1,4}";

  /** Agency, then the date as year, month and day, then the number of that day. */
  private static final Pattern TYPED =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?<agency>[A-Za-z]"
              + DIGIT
              + "{2}(?:"
              + BETWEEN
              + DIGIT
              + "{2,3}){0,3})"
              + BETWEEN
              + "(?<date>[2Oo\\d]"
              + DIGIT
              + "[01Oo]"
              + DIGIT
              + "[0-3Oo]"
              + DIGIT
              + ")"
              + BETWEEN
              + "(?<number>"
              + DIGIT
              + "{4,7})(?![\\p{L}\\d])");

  private static final int LONGEST_TEXT = 2_000;

  private TypedCode() {}

  /**
   * The text with each such code as it stands on a receipt; as it is where it holds a plain one.
   */
  public static String spelledOut(String text) {
    boolean isPlain = text.length() > LONGEST_TEXT || DossierCode.findIn(text).isPresent();
    return isPlain ? text : TYPED.matcher(text).replaceAll(TypedCode::code);
  }

  private static String code(MatchResult typed) {
    String agency = typed.group("agency").substring(1).replaceAll(BETWEEN, ".");
    String first = typed.group("agency").substring(0, 1).toUpperCase(Locale.ROOT);
    return first
        + digits(agency)
        + "-"
        + digits(typed.group("date"))
        + "-"
        + digits(typed.group("number"));
  }

  private static String digits(String typed) {
    return typed.replace('O', '0').replace('o', '0');
  }
}
