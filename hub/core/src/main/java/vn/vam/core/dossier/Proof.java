package vn.vam.core.dossier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vam.core.text.Syllable;
import vn.vam.core.text.Unmarked;

/**
 * What somebody knows who holds the receipt: its look-up code, or at least the last four digits of
 * the telephone number on it. Personal.
 *
 * @param value 4 to 12 letters and digits, capital, without marks
 */
public record Proof(String value) {
  private static final int FEWEST_DIGITS = 4;
  private static final Pattern GRAMMAR = Pattern.compile("[A-Z0-9]{4,12}");
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\p{L}\\d])\\+?\\d(?:[ .]?\\d){3,10}(?!\\d)");
  private static final Pattern ABROAD = Pattern.compile("^84(\\d{9})$");
  private static final Pattern WITH_A_DIGIT =
      Pattern.compile("(?<![\\p{L}\\d])(?=[a-z]*\\d)[a-z0-9]{4,12}(?![\\p{L}\\d])");
  private static final Pattern IN_CAPITALS =
      Pattern.compile("(?<![\\p{L}\\d])[A-Z]{4,12}(?![\\p{L}\\d])");
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:(?:la\\s+)?ma(?:\\s+tra\\s+cuu)?\\s*:?\\s*(?:la\\s+)?)?([a-z]{4,12})[ .]*");

  public Proof {
    if (!GRAMMAR.matcher(value).matches()) {
      throw new IllegalArgumentException("expected 4 to 12 letters and digits");
    }
  }

  /**
   * The last in a text that may be one: digits of a telephone number however grouped, or a word
   * with a digit in it, or a single word that is no Vietnamese.
   */
  public static Optional<Proof> findIn(String text) {
    String plain = Unmarked.of(text).strip();
    return last(PHONE, plain)
        .or(() -> last(WITH_A_DIGIT, plain))
        .or(() -> alone(plain).filter(word -> !Syllable.isOne(word)).map(Proof::written))
        .or(() -> inCapitals(text));
  }

  /** Among small letters, as in "xem hồ sơ này SAFF". */
  private static Optional<Proof> inCapitals(String text) {
    return text.chars().noneMatch(Character::isLowerCase)
        ? Optional.empty()
        : IN_CAPITALS
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .filter(word -> !Syllable.isOne(word.toLowerCase(Locale.ROOT)))
            .reduce((earlier, later) -> later)
            .map(Proof::written);
  }

  /** What answers the question for one: a single word may be one too. */
  public static Optional<Proof> answeredBy(String text) {
    return findIn(text).or(() -> alone(Unmarked.of(text).strip()).map(Proof::written));
  }

  private static Optional<String> alone(String plain) {
    Matcher alone = ALONE.matcher(plain);
    return alone.matches() ? Optional.of(alone.group(1)) : Optional.empty();
  }

  private static Optional<Proof> last(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> written(found.group()))
        .reduce((earlier, later) -> later);
  }

  private static Proof written(String text) {
    String value = text.replaceAll("[ .+]", "").toUpperCase(Locale.ROOT);
    return new Proof(ABROAD.matcher(value).replaceFirst("0$1"));
  }

  /**
   * Takes as long whether it is right or not.
   *
   * @param lookUpCode as the office has it; empty where it has none
   * @param phone likewise, with whatever stands between its digits
   */
  public boolean matches(String lookUpCode, String phone) {
    boolean code = same(value, lookUpCode.strip().toUpperCase(Locale.ROOT));
    String digits = phone.replaceAll("\\D", "");
    boolean ends =
        same(value, digits.substring(Math.max(0, digits.length() - value.length())))
            && value.length() >= FEWEST_DIGITS;
    return (code && !lookUpCode.isBlank()) | ends;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Proof";
  }
}
