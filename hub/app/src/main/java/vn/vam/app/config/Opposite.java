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
            && breach.measure().isOfValues()
        ? new Condition.Beyond(safe.station(), safe.quantity(), breach.measure(), safe.level())
        : clear;
  }

  /** So many values on the safe side clear, and not fewer than so many. */
  static Condition countedOnItsSide(Condition raise, Condition clear) {
    return raise instanceof Condition.Beyond breach
            && clear instanceof Condition.Beyond safe
            && safe.measure() instanceof Measure.Times times
            && safe.level() instanceof Level.Below fewer
            && side(breach).filter(unsafe -> !unsafe.meets(times.each())).isPresent()
        ? new Condition.Beyond(
            safe.station(), safe.quantity(), times, new Level.AtLeast(fewer.threshold()))
        : clear;
  }

  private static Optional<Level> side(Condition.Beyond breach) {
    if (breach.measure() instanceof Measure.Times times) {
      return Optional.of(times.each());
    }
    return breach.measure().isOfValues() ? Optional.of(breach.level()) : Optional.empty();
  }

  /** The same of no value: stands in for what was complained of. */
  static Condition never(Condition clear) {
    Level none = new Level.Below(Double.NEGATIVE_INFINITY);
    return switch (clear) {
      case Condition.Beyond beyond ->
          new Condition.Beyond(beyond.station(), beyond.quantity(), beyond.measure(), none);
      case Condition.Seen seen -> seen.times(none);
      case Condition.Silent silent -> silent;
      case Condition.Heard heard -> heard;
      case Condition.Several several -> several;
    };
  }
}
