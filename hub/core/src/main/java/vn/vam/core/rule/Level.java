package vn.vam.core.rule;

import java.util.List;

/**
 * A threshold and the side of it that counts. The threshold itself is on neither side, except where
 * the name says so.
 */
public sealed interface Level {
  boolean holds(double value);

  /** Stretches of numbers for which it holds, in order. */
  List<Stretch> stretches();

  /** In the words of the configuration, such as {@code above 0.5}. */
  String words();

  /** Whether some value is on both sides at once. */
  default boolean meets(Level other) {
    return stretches().stream()
        .anyMatch(one -> other.stretches().stream().anyMatch(two -> one.meets(two)));
  }

  record Above(double threshold) implements Level {
    @Override
    public boolean holds(double value) {
      return value > threshold;
    }

    @Override
    public List<Stretch> stretches() {
      return List.of(new Stretch(threshold, false, Double.POSITIVE_INFINITY, true));
    }

    @Override
    public String words() {
      return "above " + Numbers.written(threshold);
    }
  }

  record Below(double threshold) implements Level {
    @Override
    public boolean holds(double value) {
      return value < threshold;
    }

    @Override
    public List<Stretch> stretches() {
      return List.of(new Stretch(Double.NEGATIVE_INFINITY, true, threshold, false));
    }

    @Override
    public String words() {
      return "below " + Numbers.written(threshold);
    }
  }

  /** The threshold counts too. */
  record AtLeast(double threshold) implements Level {
    @Override
    public boolean holds(double value) {
      return value >= threshold;
    }

    @Override
    public List<Stretch> stretches() {
      return List.of(new Stretch(threshold, true, Double.POSITIVE_INFINITY, true));
    }

    @Override
    public String words() {
      return "at least " + Numbers.written(threshold);
    }
  }

  /** The threshold counts too. */
  record AtMost(double threshold) implements Level {
    @Override
    public boolean holds(double value) {
      return value <= threshold;
    }

    @Override
    public List<Stretch> stretches() {
      return List.of(new Stretch(Double.NEGATIVE_INFINITY, true, threshold, true));
    }

    @Override
    public String words() {
      return "at most " + Numbers.written(threshold);
    }
  }

  /** Beyond either end. */
  record Outside(double low, double high) implements Level {
    public Outside {
      requireOrder(low, high);
    }

    @Override
    public boolean holds(double value) {
      return value < low || value > high;
    }

    @Override
    public List<Stretch> stretches() {
      return List.of(
          new Stretch(Double.NEGATIVE_INFINITY, true, low, false),
          new Stretch(high, false, Double.POSITIVE_INFINITY, true));
    }

    @Override
    public String words() {
      return "outside " + Numbers.written(low) + " to " + Numbers.written(high);
    }
  }

  /** Between the ends. */
  record Inside(double low, double high) implements Level {
    public Inside {
      requireOrder(low, high);
    }

    @Override
    public boolean holds(double value) {
      return value > low && value < high;
    }

    @Override
    public List<Stretch> stretches() {
      return List.of(new Stretch(low, false, high, false));
    }

    @Override
    public String words() {
      return "inside " + Numbers.written(low) + " to " + Numbers.written(high);
    }
  }

  private static void requireOrder(double low, double high) {
    if (!(low < high)) {
      throw new IllegalArgumentException("expected low < high, was " + low + " and " + high);
    }
  }

  /**
   * All numbers from one to another.
   *
   * @param lowIn whether {@code low} itself belongs to it
   */
  record Stretch(double low, boolean lowIn, double high, boolean highIn) {
    boolean meets(Stretch other) {
      double from = Math.max(low, other.low);
      double to = Math.min(high, other.high);
      return from < to || (from == to && contains(from) && other.contains(from));
    }

    private boolean contains(double value) {
      return (value > low || (lowIn && value == low))
          && (value < high || (highIn && value == high));
    }
  }
}
