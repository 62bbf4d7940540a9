package vn.vam.core.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import vn.vam.core.rule.Level;

/**
 * How salty it was at one station in the last three days: the least and the most of each quarter of
 * an hour. Values come in order of time.
 */
final class SaltDays {
  private static final Duration KEPT = Duration.ofDays(3);
  private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
  private static final long MOST = KEPT.toSeconds() / QUARTER;

  /**
   * @param number of quarters since 1970
   * @param first when its first value was taken
   */
  private record Quarter(long number, Instant first, double least, double most) {
    boolean isWholly(Level level) {
      return level.holds(least) && level.holds(most);
    }

    Quarter with(double value) {
      return new Quarter(number, first, Math.min(least, value), Math.max(most, value));
    }
  }

  private final long longestGap;
  private double last = Double.NaN;
  private final Deque<Quarter> quarters = new ArrayDeque<>();

  /**
   * @param staleAfter nothing is known of a longer time without values
   */
  SaltDays(Duration staleAfter) {
    longestGap = Math.max(1, staleAfter.toSeconds() / QUARTER);
  }

  void take(Instant time, double value) {
    last = value;
    long number = Math.floorDiv(time.getEpochSecond(), QUARTER);
    Quarter newest = quarters.peekLast();
    if (newest != null && newest.number() == number) {
      quarters.removeLast();
      quarters.addLast(newest.with(value));
    } else {
      quarters.addLast(new Quarter(number, time, value, value));
    }
    while (quarters.getFirst().number() <= number - MOST) {
      quarters.removeFirst();
    }
  }

  /**
   * From when on the values have been on that side, up to the newest; nothing where that is on the
   * other.
   *
   * @param level one with one side
   */
  Optional<Since> since(Level level) {
    Iterator<Quarter> backwards = quarters.descendingIterator();
    if (!backwards.hasNext() || !level.holds(last)) {
      return Optional.empty();
    }
    Quarter first = backwards.next();
    if (!first.isWholly(level)) {
      return Optional.of(new Since.About(first.first()));
    }
    while (backwards.hasNext()) {
      Quarter before = backwards.next();
      if (first.number() - before.number() > longestGap) {
        return Optional.of(new Since.AtLeast(first.first()));
      }
      if (!before.isWholly(level)) {
        return Optional.of(new Since.About(first.first()));
      }
      first = before;
    }
    boolean isAll = quarters.getLast().number() - first.number() >= MOST - 1;
    return Optional.of(isAll ? new Since.Longer() : new Since.AtLeast(first.first()));
  }
}
