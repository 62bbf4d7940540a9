package vn.vam.dossier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as offices write them: RFC 3339, or {@code 12/3/2026}, {@code 12/03/2026 16:30}, {@code
 * 2026-03-12T16:30:00}, {@code 2026-03-12 16:30:00.5}, which without an offset mean the clock of
 * Việt Nam. A day alone is its midnight.
 */
final class OfficeTime {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          DateTimeFormatter.ISO_DATE_TIME,
          DateTimeFormatter.ISO_LOCAL_DATE,
          strict(new DateTimeFormatterBuilder().appendPattern("d/M/uuuu[ H:mm[:ss]]")),
          strict(
              new DateTimeFormatterBuilder()
                  .appendPattern("uuuu-M-d H:mm[:ss]")
                  .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                  .appendPattern("[XXX][X]")));

  private OfficeTime() {}

  /** Nothing for what is no time, and for years that no dossier has. */
  static Optional<Instant> read(String text) {
    return FORMATS.stream()
        .map(format -> read(format, text.strip()))
        .flatMap(Optional::stream)
        .filter(OfficeTime::isPlausible)
        .findFirst();
  }

  private static Optional<Instant> read(DateTimeFormatter format, String text) {
    try {
      TemporalAccessor time =
          format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return Optional.of(instant(time));
    } catch (DateTimeException notThisFormat) {
      return Optional.empty();
    }
  }

  private static Instant instant(TemporalAccessor time) {
    if (time instanceof OffsetDateTime offset) {
      return offset.toInstant();
    }
    LocalDateTime local =
        time instanceof LocalDateTime moment ? moment : LocalDate.from(time).atStartOfDay();
    return local.atZone(ZONE).toInstant();
  }

  private static boolean isPlausible(Instant time) {
    int year = time.atZone(ZONE).get(ChronoField.YEAR);
    return year >= 2000 && year < 2100;
  }

  private static DateTimeFormatter strict(DateTimeFormatterBuilder format) {
    return format.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  }
}
