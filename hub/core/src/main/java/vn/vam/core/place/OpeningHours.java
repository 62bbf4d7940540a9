package vn.vam.core.place;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a place is open, day by day. Reads the part of OpenStreetMap's {@code opening_hours} that
 * people write: {@code 24/7}, {@code 07:00-17:00}, {@code Mo-Fr 07:00-11:30,13:00-16:30; Sa,Su
 * off}. A later rule replaces an earlier one for its days.
 */
public final class OpeningHours {
  private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
  private static final int LONGEST = 300;
  private static final String DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)";
  private static final String TIMES = "\\d{1,2}:\\d{2}\\s*-\\s*\\d{1,2}:\\d{2}";
  private static final Pattern RULE =
      Pattern.compile(
          "((?:%1$s(?:\\s*-\\s*%1$s)?)(?:\\s*,\\s*%1$s(?:\\s*-\\s*%1$s)?)*)?\\s*(off|closed|%2$s(?:\\s*,\\s*%2$s)*)"
              .formatted(DAY, TIMES));

  /**
   * A time of the day in which it is open.
   *
   * @param until midnight for the end of the day
   */
  public record Span(LocalTime from, LocalTime until) {
    boolean contains(LocalTime time) {
      return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }
  }

  private final Map<DayOfWeek, List<Span>> spans = new EnumMap<>(DayOfWeek.class);

  private OpeningHours() {}

  /** Nothing for what is none of that. */
  public static Optional<OpeningHours> read(String text) {
    OpeningHours hours = new OpeningHours();
    String plain = text.strip();
    if (plain.equals("24/7")) {
      hours.put(Set.of(DayOfWeek.values()), List.of(new Span(LocalTime.MIN, LocalTime.MIDNIGHT)));
      return Optional.of(hours);
    }
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return Optional.empty();
    }
    for (String rule : plain.split(";", -1)) {
      Matcher parts = RULE.matcher(rule.strip());
      if (!parts.matches() || !hours.take(Optional.ofNullable(parts.group(1)), parts.group(2))) {
        return Optional.empty();
      }
    }
    return Optional.of(hours);
  }

  private boolean take(Optional<String> days, String times) {
    Optional<List<Span>> open =
        times.startsWith("o") || times.startsWith("c") ? Optional.of(List.of()) : spans(times);
    open.ifPresent(
        told -> put(days.map(OpeningHours::days).orElse(Set.of(DayOfWeek.values())), told));
    return open.isPresent();
  }

  private void put(Set<DayOfWeek> days, List<Span> open) {
    days.forEach(day -> spans.put(day, List.copyOf(open)));
  }

  private static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String range : text.split(",", -1)) {
      String[] ends = range.split("-", 2);
      DayOfWeek last = day(ends[ends.length - 1]);
      DayOfWeek day = day(ends[0]);
      days.add(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return days;
  }

  private static DayOfWeek day(String word) {
    return DayOfWeek.of(DAYS.indexOf(word.strip()) + 1);
  }

  private static Optional<List<Span>> spans(String text) {
    List<Span> spans = new ArrayList<>();
    for (String range : text.split(",", -1)) {
      String[] ends = range.split("-", 2);
      Optional<LocalTime> from = time(ends[0]);
      Optional<LocalTime> until = time(ends[1]);
      if (from.isEmpty() || until.isEmpty() || isBackwards(from.get(), until.get())) {
        return Optional.empty();
      }
      spans.add(new Span(from.get(), until.get()));
    }
    return Optional.of(spans);
  }

  private static boolean isBackwards(LocalTime from, LocalTime until) {
    return !until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until);
  }

  private static Optional<LocalTime> time(String text) {
    String[] parts = text.strip().split(":", 2);
    int hour = Integer.parseInt(parts[0]);
    int minute = Integer.parseInt(parts[1]);
    boolean isTime = minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
    return isTime ? Optional.of(LocalTime.of(hour % 24, minute)) : Optional.empty();
  }

  /** In order; empty for a day on which it is closed. */
  public List<Span> on(LocalDate day) {
    return spans.getOrDefault(day.getDayOfWeek(), List.of());
  }

  public boolean isOpen(LocalDateTime time) {
    return on(time.toLocalDate()).stream().anyMatch(span -> span.contains(time.toLocalTime()));
  }
}
