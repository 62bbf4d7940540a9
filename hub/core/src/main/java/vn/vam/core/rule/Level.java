package vn.vam.core.rule;

/** A threshold and the side of it that counts; the threshold itself is on neither side. */
public sealed interface Level {
  double threshold();

  boolean holds(double value);

  record Above(double threshold) implements Level {
    @Override
    public boolean holds(double value) {
      return value > threshold;
    }
  }

  record Below(double threshold) implements Level {
    @Override
    public boolean holds(double value) {
      return value < threshold;
    }
  }
}
