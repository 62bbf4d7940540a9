package vn.vam.app.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vam.core.rule.Schedule;

/** Reads when a rule may raise: a season, hours of the day, days of the week. */
final class ScheduleReader {
  private static final String SEASON = "season: [12-01, 05-31]";
  private static final String HOURS = "hours: [\"05:00\", \"18:00\"]";
  private static final Map<String, DayOfWeek> DAYS =
      Arrays.stream(DayOfWeek.values())
          .collect(
              Collectors.toMap(
                  day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT), Function.identity()));

  private ScheduleReader() {}

  static Schedule read(ConfigNode node) {
    node.only("season", "hours", "days");
    return new Schedule(
        node.maybe("season").flatMap(ScheduleReader::season),
        node.maybe("hours").flatMap(hours -> hours(hours, HOURS)),
        node.maybe("days").map(ScheduleReader::days).orElse(Set.of(DayOfWeek.values())),
        Schedule.ZONE);
  }

  private static Optional<Schedule.Season> season(ConfigNode node) {
    return pair(
            node,
            text -> MonthDay.parse("--" + text),
            "the first and the last day, month before day",
            SEASON)
        .map(ends -> new Schedule.Season(ends.getFirst(), ends.getLast()));
  }

  static Optional<Schedule.Hours> hours(ConfigNode node, String example) {
    return pair(node, LocalTime::parse, "two times of day that differ", example)
        .filter(ends -> !ends.getFirst().equals(ends.getLast()) || complain(node, example))
        .map(ends -> new Schedule.Hours(ends.getFirst(), ends.getLast()));
  }

  private static boolean complain(ConfigNode node, String example) {
    node.complain("expected two times of day that differ", example);
    return false;
  }

  private static <T> Optional<List<T>> pair(
      ConfigNode node, Function<String, T> read, String expected, String example) {
    List<ConfigNode> items = node.items(example);
    try {
      if (items.size() == 2) {
        return Optional.of(items.stream().map(item -> read.apply(item.text(example))).toList());
      }
    } catch (DateTimeException malformed) {
      node.complain("expected " + expected, example);
      return Optional.empty();
    }
    node.complain("expected " + expected, example);
    return Optional.empty();
  }

  private static Set<DayOfWeek> days(ConfigNode node) {
    String example = "days: [mon, tue, wed, thu, fri]";
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    node.items(example).forEach(item -> days.add(item.choice(DAYS, DayOfWeek.MONDAY, example)));
    if (days.isEmpty()) {
      node.complain("expected at least one day", example);
      return Set.of(DayOfWeek.values());
    }
    return days;
  }
}
