package vn.vam.app.config;

import java.util.Optional;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Measure;

/** What clears an alert where the file does not say it, or says a part of it. */
final class Opposite {
  private Opposite() {}

  /**
   * That it counts less, changes less, or is heard again. A plain level has none: hysteresis is not
   * optional.
   */
  static Optional<Condition> of(Condition raise) {
    return switch (raise) {
      case Condition.Silent silent -> Optional.of(new Condition.Heard(silent));
      case Condition.Seen seen when seen.times() instanceof Level.AtLeast least ->
          Optional.of(seen.times(new Level.Below(least.threshold())));
      case Condition.Beyond beyond when beyond.level() instanceof Level.AtLeast least ->
          Optional.of(
              new Condition.Beyond(
                  beyond.station(),
                  beyond.quantity(),
                  beyond.measure(),
                  new Level.Below(least.threshold())));
      case Condition.Beyond beyond when beyond.level().equals(ConditionReader.NEVER) ->
          Optional.of(never(beyond));
      case Condition.Beyond beyond -> Optional.empty();
      case Condition.Seen seen -> Optional.empty();
      case Condition.Heard heard -> Optional.empty();
      case Condition.Several several -> Optional.empty();
    };
  }

  /** A level that clears is of the mean, maximum or minimum that raises, where it names none. */
  static Condition sameMeasure(Condition raise, Condition clear) {
    return raise instanceof Condition.Beyond breach
            && clear instanceof Condition.Beyond safe
            && safe.measure() instanceof Measure.Newest
            && isOfValues(breach.measure())
        ? new Condition.Beyond(safe.station(), safe.quantity(), breach.measure(), safe.level())
        : clear;
  }

  private static boolean isOfValues(Measure measure) {
    return switch (measure) {
      case Measure.Newest newest -> true;
      case Measure.Mean mean -> true;
      case Measure.Highest highest -> true;
      case Measure.Lowest lowest -> true;
      case Measure.Rise rise -> false;
      case Measure.Fall fall -> false;
      case Measure.Times times -> false;
    };
  }

  /** The same of no value: stands in for what was complained of. */
  static Condition never(Condition clear) {
    return clear instanceof Condition.Beyond beyond
        ? new Condition.Beyond(
            beyond.station(),
            beyond.quantity(),
            beyond.measure(),
            new Level.Below(Double.NEGATIVE_INFINITY))
        : clear;
  }
}
