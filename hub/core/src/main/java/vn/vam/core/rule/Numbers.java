package vn.vam.core.rule;

import java.time.Duration;

/** Numbers and spans as the configuration writes them. */
final class Numbers {
  private static final double EXACT = 1e15;

  private Numbers() {}

  /** Without a fraction where there is none. */
  static String written(double value) {
    return value == Math.rint(value) && Math.abs(value) < EXACT
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The shortest way: {@code 15m}, {@code 2h}, {@code 90s}. */
  static String written(Duration span) {
    long millis = span.toMillis();
    if (millis % 86_400_000 == 0 && millis > 0) {
      return millis / 86_400_000 + "d";
    }
    if (millis % 3_600_000 == 0 && millis > 0) {
      return millis / 3_600_000 + "h";
    }
    if (millis % 60_000 == 0 && millis > 0) {
      return millis / 60_000 + "m";
    }
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }
}
