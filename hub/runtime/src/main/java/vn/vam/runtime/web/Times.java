package vn.vam.runtime.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and spans as the API writes and reads them. */
final class Times {
  private static final Pattern SHORT_SPAN = Pattern.compile("(\\d{1,6})([smhd])");
  private static final Duration LONGEST = Duration.ofDays(366);

  /** What a nanosecond epoch in a 64-bit number can tell, cut to whole years. */
  private static final Instant EARLIEST = Instant.parse("1678-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2262-01-01T00:00:00Z");

  private Times() {}

  /** RFC 3339 with offset, milliseconds only where there are some. */
  static String written(Instant time, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
  }

  /** RFC 3339; a space stands for the plus sign that a query string lost. */
  static Optional<Instant> time(String text) {
    try {
      Instant time = OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
      return Optional.of(time).filter(t -> t.isAfter(EARLIEST) && t.isBefore(LATEST));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  /** {@code 10m}, {@code 1h}, {@code PT10M}: from a second to a year. */
  static Optional<Duration> span(String text) {
    try {
      Matcher words = SHORT_SPAN.matcher(text.strip());
      Duration span = words.matches() ? ofWords(words) : Duration.parse(text.strip());
      return Optional.of(span).filter(Times::isReasonable);
    } catch (DateTimeException | ArithmeticException notASpan) {
      return Optional.empty();
    }
  }

  private static Duration ofWords(Matcher words) {
    long count = Long.parseLong(words.group(1));
    return switch (words.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static boolean isReasonable(Duration span) {
    return span.compareTo(Duration.ofSeconds(1)) >= 0 && span.compareTo(LONGEST) <= 0;
  }
}
