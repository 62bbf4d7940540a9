package vn.vam.core.rule;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** What came of a rule at one place so far, for those who ask why it did not fire. */
final class Tally {
  private long raised;
  private long seen;
  private Duration longest = Duration.ZERO;
  private double least = Double.NaN;
  private double most = Double.NaN;
  private final Set<String> closedBy = new LinkedHashSet<>();

  void saw(double value) {
    if (!Double.isNaN(value)) {
      seen++;
      least = value < least || Double.isNaN(least) ? value : least;
      most = value > most || Double.isNaN(most) ? value : most;
    }
  }

  void addRaised() {
    raised++;
  }

  /** A breach that ended before it was raised. */
  void held(Duration span) {
    longest = span.compareTo(longest) > 0 ? span : longest;
  }

  /**
   * A breach when its rule may raise nothing.
   *
   * @param part of the schedule that forbids it
   */
  void missed(String part) {
    closedBy.add(part);
  }

  /** Which parts of the schedule a breach met. */
  Set<String> closedBy() {
    return closedBy;
  }

  long raised() {
    return raised;
  }

  long seen() {
    return seen;
  }

  Duration longest() {
    return longest;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }
}
