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
  static Optional<Instant> read(JsonNode value, TimeFormat format, ZoneId zone) {
    if (value.isNumber()) {
      return ofEpoch(value.doubleValue(), format);
    }
    return value.isTextual() ? readText(value.textValue().strip(), format, zone) : Optional.empty();
  }

  private static Optional<Instant> readText(String written, TimeFormat format, ZoneId zone) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    if (format == TimeFormat.AUTO || format == TimeFormat.ISO) {
      Optional<Instant> plain = PlainTime.read(written);
      if (plain.isPresent()) {
        return plain;
      }
    }
    if (EPOCH.matcher(written).matches()) {
      return ofEpoch(Double.parseDouble(written), format);
    }
    return switch (format) {
      case AUTO, ISO -> readDate(written, zone);
      case S, MS, US, NS -> Optional.empty();
    };
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
  private static Optional<Instant> ofEpoch(double number, TimeFormat format) {
    return switch (format) {
      case AUTO -> ofEpoch(number, byMagnitude(Math.abs(number)));
      case ISO -> Optional.empty();
      case S -> ofMillis(number * 1e3);
      case MS -> ofMillis(number);
      case US -> ofMillis(number / 1e3);
      case NS -> ofMillis(number / 1e6);
    };
  }

  private static TimeFormat byMagnitude(double size) {
    if (size < LEAST_MILLIS) {
      return TimeFormat.S;
    }
    return size < LEAST_MICROS ? TimeFormat.MS : size < LEAST_NANOS ? TimeFormat.US : TimeFormat.NS;
  }

  private static Optional<Instant> ofMillis(double millis) {
    return Optional.of(Instant.ofEpochMilli((long) millis));
  }
}
