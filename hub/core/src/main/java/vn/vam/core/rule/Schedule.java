package vn.vam.core.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a rule may raise. Outside of it nothing begins; what was raised is cleared as ever.
 *
 * @param season absent for the whole year
 * @param hours absent for the whole day
 * @param days at least one
 * @param zone in which days and hours are meant
 */
public record Schedule(
    Optional<Season> season, Optional<Hours> hours, Set<DayOfWeek> days, ZoneId zone) {
  /** The province's own time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  public static final Schedule ALWAYS =
      new Schedule(Optional.empty(), Optional.empty(), Set.of(DayOfWeek.values()), ZONE);

  public Schedule {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a schedule has at least one day");
    }
  }

  /**
   * From the first day to the last, both included; over the turn of the year where last < first.
   */
  public record Season(MonthDay first, MonthDay last) {
    String words() {
      return "season %02d-%02d–%02d-%02d"
          .formatted(
              first.getMonthValue(),
              first.getDayOfMonth(),
              last.getMonthValue(),
              last.getDayOfMonth());
    }

    boolean contains(MonthDay day) {
      boolean afterFirst = !day.isBefore(first);
      boolean beforeLast = !day.isAfter(last);
      return first.isAfter(last) ? afterFirst || beforeLast : afterFirst && beforeLast;
    }
  }

  /** From one time of day until another, that one excluded; over midnight where until < from. */
  public record Hours(LocalTime from, LocalTime until) {
    public Hours {
      if (from.equals(until)) {
        throw new IllegalArgumentException("hours from and until must differ, were " + from);
      }
    }

    String words() {
      return "hours " + from + "–" + until;
    }

    public boolean contains(LocalTime time) {
      boolean begun = !time.isBefore(from);
      boolean open = time.isBefore(until);
      return from.isAfter(until) ? begun || open : begun && open;
    }
  }

  public boolean isActive(Instant at) {
    if (isAlways()) {
      return true;
    }
    ZonedDateTime local = at.atZone(zone);
    return days.contains(local.getDayOfWeek())
        && season.map(part -> part.contains(MonthDay.from(local))).orElse(true)
        && hours.map(part -> part.contains(local.toLocalTime())).orElse(true);
  }

  /** Which part of it lets nothing be raised then, such as {@code hours 18:00–06:00}. */
  Optional<String> closedBy(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    Optional<String> outOfSeason =
        season.filter(part -> !part.contains(MonthDay.from(local))).map(Season::words);
    Optional<String> outOfHours =
        hours.filter(part -> !part.contains(local.toLocalTime())).map(Hours::words);
    boolean offDay = !days.contains(local.getDayOfWeek());
    return outOfSeason
        .or(() -> offDay ? Optional.of(daysInWords()) : Optional.empty())
        .or(() -> outOfHours);
  }

  private String daysInWords() {
    return days.stream()
        .sorted()
        .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ROOT).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", ", "days ", ""));
  }

  /** No edge lies between an instant and this one; {@link Instant#MAX} where there is none. */
  Instant edgeAfter(Instant at) {
    if (isAlways()) {
      return Instant.MAX;
    }
    LocalDate today = at.atZone(zone).toLocalDate();
    return Stream.of(today, today.plusDays(1))
        .flatMap(this::edges)
        .filter(edge -> edge.isAfter(at))
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private Stream<Instant> edges(LocalDate day) {
    Stream<LocalTime> times =
        hours
            .map(part -> Stream.of(LocalTime.MIDNIGHT, part.from(), part.until()))
            .orElse(Stream.of(LocalTime.MIDNIGHT));
    return times.map(time -> day.atTime(time).atZone(zone).toInstant());
  }

  private boolean isAlways() {
    return season.isEmpty() && hours.isEmpty() && days.size() == DayOfWeek.values().length;
  }
}
