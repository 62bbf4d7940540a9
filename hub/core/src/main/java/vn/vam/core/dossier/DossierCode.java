package vn.vam.core.dossier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "Mã hồ sơ": agency code, date of receipt, daily number, such as {@code H15.50.05.13-261008-0975}.
 * Both the present grammar and the older one with the agency code of QCVN 102:2016 are understood.
 */
public record DossierCode(String value) {
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![A-Z0-9.])(?:\\d{3}\\.\\d{2}\\.\\d{2}\\.)?[A-Z]\\d{2}(?:\\.\\d{2,3}){0,3}-\\d{6}-\\d{4,7}(?![0-9])");
  private static final Pattern CODE_IN_ANY_CASE =
      Pattern.compile(CODE.pattern(), Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_TEXT = 2_000;

  public DossierCode {
    if (!CODE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a dossier code");
    }
  }

  /**
   * The first code in a text that people typed or a QR holds: any case, any dash, spaces around the
   * dashes.
   */
  public static Optional<DossierCode> findIn(String text) {
    Matcher code = CODE.matcher(plain(text));
    return code.find() ? Optional.of(new DossierCode(code.group())) : Optional.empty();
  }

  /** What else is said in a text. */
  public static String without(String text) {
    return CODE_IN_ANY_CASE.matcher(oneDash(text)).replaceAll(" ");
  }

  private static String plain(String text) {
    return oneDash(text).toUpperCase(Locale.ROOT);
  }

  private static String oneDash(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_TEXT))
        .replaceAll("\\s*[-\\u2010-\\u2015\\u2212]\\s*", "-");
  }

  /** The code of the receiving agency, such as {@code H58.20}. */
  public String agency() {
    return value.substring(0, value.indexOf('-'));
  }

  /** Tells whose file it is: prints nothing of it. */
  @Override
  public String toString() {
    return "DossierCode";
  }
}
