package vn.vam.payloads.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as devices write them: RFC 3339, the same without a zone, with a blank for the T or with an
 * offset such as +0700; or seconds, milliseconds, microseconds or nanoseconds since 1970, told
 * apart by magnitude.
 */
final class Times {
  private static final int LONGEST = 64;
  private static final Pattern EPOCH =
      Pattern.compile("[+-]?\\d{1,20}(?:\\.\\d{0,20})?(?:[eE][+-]?\\d{1,2})?");
  private static final double LEAST_MILLIS = 1e11;
  private static final double LEAST_MICROS = 1e14;
  private static final double LEAST_NANOS = 1e17;

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter();

  private Times() {}

  /**
   * Empty when unreadable.
   *
   * @param zone of times written without one
   */
  static Optional<Instant> read(JsonNode value, ZoneId zone) {
    if (value.isNumber()) {
      return Optional.of(ofEpoch(value.doubleValue()));
    }
    return value.isTextual() ? readText(value.textValue().strip(), zone) : Optional.empty();
  }

  private static Optional<Instant> readText(String written, ZoneId zone) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    if (EPOCH.matcher(written).matches()) {
      return Optional.of(ofEpoch(Double.parseDouble(written)));
    }
    return readDate(written, zone);
  }

  private static Optional<Instant> readDate(String written, ZoneId zone) {
    try {
      TemporalAccessor time = WRITTEN.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          time instanceof OffsetDateTime withOffset
              ? withOffset.toInstant()
              : ((LocalDateTime) time).atZone(zone).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** A double tells nanoseconds of this century apart to 256 of them: enough for milliseconds. */
  private static Instant ofEpoch(double number) {
    double size = Math.abs(number);
    double millis =
        size < LEAST_MILLIS
            ? number * 1e3
            : size < LEAST_MICROS ? number : size < LEAST_NANOS ? number / 1e3 : number / 1e6;
    return Instant.ofEpochMilli((long) millis);
  }
}
