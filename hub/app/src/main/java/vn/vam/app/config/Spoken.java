package vn.vam.app.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number and a time span as rules say them: {@code 1.0 per 1h}, {@code 5 within 10m}.
 *
 * @param amount not negative
 * @param span longer than nothing
 */
record Spoken(double amount, Duration span) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) +(per|within) +(\\S+)");

  /**
   * @param link {@code per} or {@code within}
   */
  static Optional<Spoken> read(String text, String link) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || !form.group(2).equals(link)) {
      return Optional.empty();
    }
    return Durations.parse(form.group(3))
        .filter(span -> !span.isZero())
        .map(span -> new Spoken(Double.parseDouble(form.group(1)), span));
  }
}
