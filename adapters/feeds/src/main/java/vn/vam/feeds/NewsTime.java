package vn.vam.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as news desks write them where they keep to no standard: {@code 26/11/2026 08:00}, {@code
 * 2026-11-26 08:00:00}, {@code 11/26/2026 8:00:00 AM}, or an hour of {@code GMT+7}. Without an
 * offset they mean the clock of Việt Nam.
 */
final class NewsTime {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          format("d/M/uuuu[ H:mm[:ss]]"),
          format("uuuu-M-d[' ']['T']H:mm[:ss][.SSS]"),
          format("M/d/uuuu h:mm[:ss] a"),
          format("[EEE, ]d MMM uuuu H:mm[:ss] O"),
          format("[EEE, ]d MMM uuuu H:mm[:ss]"));

  private NewsTime() {}

  /** Nothing for what is written otherwise. */
  static Optional<Instant> read(String text) {
    return FORMATS.stream()
        .map(format -> read(format, text.strip()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Instant> read(DateTimeFormatter format, String text) {
    try {
      return Optional.of(
          switch (format.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
            case OffsetDateTime offset -> offset.toInstant();
            case LocalDateTime local -> local.atZone(ZONE).toInstant();
            case LocalDate day -> day.atStartOfDay(ZONE).toInstant();
            default -> throw new IllegalStateException("no such time was asked for");
          });
    } catch (DateTimeException written) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
