package vn.vam.core.bus;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The days on which trips run.
 *
 * @param from the first day, and {@code until} the last, on which the days of the week count
 * @param added days on which it runs whatever the rest says
 * @param removed days on which it does not
 */
public record Service(
    String id,
    Set<DayOfWeek> days,
    LocalDate from,
    LocalDate until,
    Set<LocalDate> added,
    Set<LocalDate> removed) {
  public Service {
    days = Set.copyOf(days);
    added = Set.copyOf(added);
    removed = Set.copyOf(removed);
  }

  public boolean runsOn(LocalDate day) {
    if (added.contains(day) || removed.contains(day)) {
      return !removed.contains(day);
    }
    return days.contains(day.getDayOfWeek()) && !day.isBefore(from) && !day.isAfter(until);
  }
}
