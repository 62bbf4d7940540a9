package vn.vam.core.rule;

import java.time.Duration;
import java.util.List;

/**
 * The number a rule makes of a series of values. A window reaches from {@code window} before an
 * instant to the instant itself, both ends included, and holds what is known of it: one value is a
 * mean too. Where it holds none, the newest value is the mean, the highest and the lowest, as long
 * as it is fresh; of changes and counts nothing is known then.
 */
public sealed interface Measure {
  /** How far back it looks; zero where the newest value is enough. */
  Duration window();

  /** In the words of the configuration, such as {@code mean of 15m}; empty for the newest value. */
  String words();

  /**
   * @param values of the window, in order of time; at least one
   */
  double of(List<Sample> values);

  /** Whether a level of one is on some side of a level of the other, over whatever windows. */
  default boolean isComparableTo(Measure other) {
    return switch (this) {
      case Newest newest -> other.isOfValues();
      case Mean mean -> other.isOfValues();
      case Highest highest -> other.isOfValues();
      case Lowest lowest -> other.isOfValues();
      case Rise rise -> other instanceof Rise;
      case Fall fall -> other instanceof Fall;
      case Times times -> other instanceof Times also && times.each().meets(also.each());
    };
  }

  /** Whether it is such a value as the values of its window are. */
  default boolean isOfValues() {
    return switch (this) {
      case Newest newest -> true;
      case Mean mean -> true;
      case Highest highest -> true;
      case Lowest lowest -> true;
      case Rise rise -> false;
      case Fall fall -> false;
      case Times times -> false;
    };
  }

  /**
   * A value of a series.
   *
   * @param at milliseconds since 1970
   * @param teller who has one value for an instant
   */
  record Sample(long at, double value, String teller) {}

  /** The newest value itself. */
  record Newest() implements Measure {
    @Override
    public Duration window() {
      return Duration.ZERO;
    }

    @Override
    public String words() {
      return "";
    }

    @Override
    public double of(List<Sample> values) {
      return values.getLast().value();
    }
  }

  /** The arithmetic mean. */
  record Mean(Duration window) implements Measure {
    @Override
    public String words() {
      return "mean of " + Numbers.written(window);
    }

    @Override
    public double of(List<Sample> values) {
      return values.stream().mapToDouble(Sample::value).average().orElseThrow();
    }
  }

  /** The highest value. */
  record Highest(Duration window) implements Measure {
    @Override
    public String words() {
      return "max of " + Numbers.written(window);
    }

    @Override
    public double of(List<Sample> values) {
      return values.stream().mapToDouble(Sample::value).max().orElseThrow();
    }
  }

  /** The lowest value. */
  record Lowest(Duration window) implements Measure {
    @Override
    public String words() {
      return "min of " + Numbers.written(window);
    }

    @Override
    public double of(List<Sample> values) {
      return values.stream().mapToDouble(Sample::value).min().orElseThrow();
    }
  }

  /** How far the newest value lies over the lowest; never negative. */
  record Rise(Duration window) implements Measure {
    @Override
    public String words() {
      return "rise in " + Numbers.written(window);
    }

    @Override
    public double of(List<Sample> values) {
      return values.getLast().value() - new Lowest(window).of(values);
    }
  }

  /** How far the newest value lies under the highest; never negative. */
  record Fall(Duration window) implements Measure {
    @Override
    public String words() {
      return "fall in " + Numbers.written(window);
    }

    @Override
    public double of(List<Sample> values) {
      return new Highest(window).of(values) - values.getLast().value();
    }
  }

  /** How many values are on one side of a level. */
  record Times(Level each, Duration window) implements Measure {
    @Override
    public String words() {
      return "times " + each.words() + " within " + Numbers.written(window);
    }

    @Override
    public double of(List<Sample> values) {
      return values.stream().filter(sample -> each.holds(sample.value())).count();
    }
  }
}
