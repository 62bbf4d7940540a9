package vn.vam.core.quality;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How often a series comes, by its own last {@value #REMEMBERED} intervals. Of one that comes now
 * and then, as what is told on change does, nobody can say.
 */
final class Rhythm {
  private static final int REMEMBERED = 9;

  /** Of those, within half and twice their median. */
  private static final int MOST_OF_THEM = 7;

  private long[] intervals = {};
  private int heard = 0;

  /**
   * @param interval between one value and the next; none is negative
   */
  void heard(Duration interval) {
    if (heard == 0) {
      intervals = new long[REMEMBERED];
    }
    intervals[heard % REMEMBERED] = interval.toMillis();
    heard++;
  }

  /** The median, once enough were heard and most are much the same. */
  Optional<Duration> interval() {
    if (heard < REMEMBERED) {
      return Optional.empty();
    }
    long[] sorted = intervals.clone();
    Arrays.sort(sorted);
    long median = sorted[REMEMBERED / 2];
    long alike =
        Arrays.stream(sorted).filter(each -> each >= median / 2 && each <= median * 2).count();
    return alike >= MOST_OF_THEM ? Optional.of(Duration.ofMillis(median)) : Optional.empty();
  }
}
