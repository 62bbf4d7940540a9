package vn.vam.sim.office;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number on a receipt: identifier of the unit, date of receipt, number of the day; for example
 * {@code H58.12-261120-0007}, {@code H58.15.05.13-261120-0975} or the old {@code
 * 000.00.12.H58-261120-0012}.
 */
record DossierCode(String text) {

  private static final int LONGEST = 40;
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(?:\\d{3}\\.\\d{2}\\.\\d{2}\\.)?[A-Z]\\d{2}(?:\\.\\d{2,3}){0,3}-\\d{6}-\\d{4,7}");

  static Optional<DossierCode> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String tidy = text.strip().toUpperCase(Locale.ROOT);
    return GRAMMAR.matcher(tidy).matches() ? Optional.of(new DossierCode(tidy)) : Optional.empty();
  }
}
