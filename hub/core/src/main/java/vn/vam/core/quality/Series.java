package vn.vam.core.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One series, and what its next value is compared with: the last value that was believed. A value
 * that is not believed becomes the one to compare with once another agrees with it.
 */
final class Series {
  private static final int LONG_SILENCE = 3;

  /** Where nobody told how often it comes, a shorter one is none. */
  private static final Duration SHORTEST_SILENCE = Duration.ofMinutes(1);

  private static final int FEWEST_THE_SAME = 4;

  private record Point(Instant at, double value) {}

  private Optional<Point> believed = Optional.empty();
  private Optional<Point> doubted = Optional.empty();
  private Instant newest = Instant.MIN;
  private final Rhythm rhythm = new Rhythm();
  private Instant sameSince = Instant.MIN;
  private int timesTheSame = 0;

  /**
   * What speaks against a value.
   *
   * @param longest how long this very value may last
   * @param every how often the device is expected to report, where the configuration says so; else
   *     its own rhythm counts
   */
  Set<Check> judge(
      Instant at,
      double value,
      QualityLimits limits,
      Optional<Duration> longest,
      Optional<Duration> every) {
    Set<Check> against = EnumSet.noneOf(Check.class);
    if (!limits.isUsual(value)) {
      against.add(Check.RANGE);
    }
    if (!at.isAfter(newest)) {
      return against;
    }
    boolean gap = isGap(at, every);
    if (gap) {
      against.add(Check.GAP);
    } else if (!agrees(at, value, limits)) {
      against.add(Check.STEP);
    }
    if (isFlat(at, value, gap, longest)) {
      against.add(Check.FLAT_LINE);
    }
    remember(new Point(at, value), against.contains(Check.STEP));
    return against;
  }

  private boolean isGap(Instant at, Optional<Duration> every) {
    if (newest.equals(Instant.MIN)) {
      return false;
    }
    Duration silence = Duration.between(newest, at);
    return every
        .or(() -> silence.compareTo(SHORTEST_SILENCE) > 0 ? rhythm.interval() : Optional.empty())
        .filter(interval -> silence.compareTo(interval.multipliedBy(LONG_SILENCE)) > 0)
        .isPresent();
  }

  private boolean agrees(Instant at, double value, QualityLimits limits) {
    return believed.isEmpty()
        || believed.filter(point -> isNear(point, at, value, limits)).isPresent()
        || doubted.filter(point -> isNear(point, at, value, limits)).isPresent();
  }

  private static boolean isNear(Point point, Instant at, double value, QualityLimits limits) {
    return Math.abs(value - point.value()) <= limits.mostApart(Duration.between(point.at(), at));
  }

  /** Two equal values on both sides of a silence say nothing of what lay between. */
  private boolean isFlat(Instant at, double value, boolean gap, Optional<Duration> longest) {
    boolean same = !gap && last().filter(point -> point.value() == value).isPresent();
    sameSince = same ? sameSince : at;
    timesTheSame = same ? timesTheSame + 1 : 1;
    return timesTheSame >= FEWEST_THE_SAME
        && longest.filter(most -> !sameSince.plus(most).isAfter(at)).isPresent();
  }

  private Optional<Point> last() {
    return doubted.or(() -> believed);
  }

  private void remember(Point point, boolean isDoubted) {
    if (!newest.equals(Instant.MIN)) {
      rhythm.heard(Duration.between(newest, point.at()));
    }
    newest = point.at();
    doubted = isDoubted ? Optional.of(point) : Optional.empty();
    believed = isDoubted ? believed : Optional.of(point);
  }
}
