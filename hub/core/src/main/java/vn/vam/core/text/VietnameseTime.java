package vn.vam.core.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as citizens say them, on the clock of Việt Nam. */
public final class VietnameseTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter CLOCK = pattern("H:mm");
  private static final DateTimeFormatter MOMENT = pattern("H:mm 'ngày' d/M");
  private static final DateTimeFormatter MOMENT_AND_YEAR = pattern("H:mm 'ngày' d/M/yyyy");
  private static final DateTimeFormatter DATE = pattern("d/M/yyyy");

  private VietnameseTime() {}

  /** Such as "12:05 ngày 12/3". */
  public static String moment(Instant instant) {
    return MOMENT.format(instant.atZone(ZONE));
  }

  /**
   * Such as "12:05 hôm nay", "12:05 hôm qua", "12:05 ngày mai", "12:05 ngày 12/3", "12:05 ngày
   * 12/3/2024".
   */
  public static String moment(Instant instant, Instant now) {
    ZonedDateTime local = instant.atZone(ZONE);
    LocalDate today = dateOf(now);
    if (local.toLocalDate().equals(today)) {
      return CLOCK.format(local) + " hôm nay";
    }
    if (local.toLocalDate().equals(today.minusDays(1))) {
      return CLOCK.format(local) + " hôm qua";
    }
    if (local.toLocalDate().equals(today.plusDays(1))) {
      return CLOCK.format(local) + " ngày mai";
    }
    return (local.getYear() == today.getYear() ? MOMENT : MOMENT_AND_YEAR).format(local);
  }

  /**
   * Such as "12/3/2026", or "16:30 ngày 12/3/2026" where the hour is known: midnight means it is
   * not.
   */
  public static String date(Instant instant) {
    return (isWholeDay(instant) ? DATE : MOMENT_AND_YEAR).format(instant.atZone(ZONE));
  }

  /** Offices that promise a day, not an hour, send midnight. */
  public static boolean isWholeDay(Instant instant) {
    return instant.atZone(ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  public static LocalDate dateOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  /** Such as "2 giờ", "30 phút", "5 giây": in the largest unit that needs no fraction. */
  public static String span(Duration span) {
    if (span.toSeconds() % 3_600 == 0) {
      return span.toHours() + " giờ";
    }
    return span.toSeconds() % 60 == 0 ? span.toMinutes() + " phút" : span.toSeconds() + " giây";
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
