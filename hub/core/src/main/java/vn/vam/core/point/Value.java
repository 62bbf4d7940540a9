package vn.vam.core.point;

/** A field's value: all numbers are floats, so that a field never changes its type. */
public sealed interface Value {
  /**
   * @param number finite
   */
  record Number(double number) implements Value {
    public Number {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("a field's number must be finite, was " + number);
      }
    }
  }

  record Text(String text) implements Value {}
}
