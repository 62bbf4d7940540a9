package vn.vam.sim.office;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Monday to Friday, 7:30 to 11:30 and 13:00 to 17:00 local time. Holidays are not known here. */
final class OfficeHours {

  /** UTC+7, no daylight saving. */
  static final ZoneOffset LOCAL_TIME = ZoneOffset.ofHours(7);

  private static final LocalTime LUNCH = LocalTime.of(11, 30);
  private static final LocalTime BACK = LocalTime.of(13, 0);
  private static final LocalTime OPEN = LocalTime.of(7, 30);
  private static final LocalTime CLOSE = LocalTime.of(17, 0);

  private OfficeHours() {}

  static boolean open(Instant at) {
    OffsetDateTime local = at.atOffset(LOCAL_TIME);
    LocalTime time = local.toLocalTime();
    return working(local.toLocalDate()) && (within(time, OPEN, LUNCH) || within(time, BACK, CLOSE));
  }

  /** The last end of a half-day before this moment. */
  static Instant lastEndBefore(Instant at) {
    LocalDate today = at.atOffset(LOCAL_TIME).toLocalDate();
    return Stream.iterate(today, day -> day.minusDays(1))
        .filter(OfficeHours::working)
        .flatMap(day -> List.of(CLOSE, LUNCH).stream().map(time -> instant(day, time)))
        .filter(end -> !end.isAfter(at))
        .findFirst()
        .orElseThrow();
  }

  static Instant plusWorkingDays(Instant from, int days) {
    OffsetDateTime local = from.atOffset(LOCAL_TIME);
    LocalDate due =
        Stream.iterate(local.toLocalDate().plusDays(1), day -> day.plusDays(1))
            .filter(OfficeHours::working)
            .skip(days - 1L)
            .findFirst()
            .orElseThrow();
    return instant(due, local.toLocalTime());
  }

  private static boolean working(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static boolean within(LocalTime time, LocalTime from, LocalTime to) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  private static Instant instant(LocalDate day, LocalTime time) {
    return day.atTime(time).toInstant(LOCAL_TIME);
  }
}
