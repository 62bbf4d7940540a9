package vn.vam.core.citizen;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Measure;

/** Which texts there are for alerts, and what each of them can tell of truly. */
public final class AlertTexts {
  /** What the number of an alert is. */
  private enum Told {
    /** A value, or the mean, highest or lowest of several. */
    VALUE,
    /** How far a value rose or fell. */
    CHANGE,
    /** How often a value was beyond a level. */
    TIMES,
    SIGHTINGS,
    SILENCE
  }

  private static final Map<String, Set<Told>> TEXTS =
      new TreeMap<>(
          Map.of(
              "vi/salt", Set.of(Told.VALUE),
              "vi/salt-for-durian", Set.of(Told.VALUE),
              "vi/salt-danger", Set.of(Told.VALUE),
              "vi/traffic-slow", Set.of(Told.VALUE),
              "vi/changing", Set.of(Told.CHANGE),
              "vi/measured", Set.of(Told.VALUE, Told.CHANGE, Told.TIMES),
              "vi/seen", Set.of(Told.SIGHTINGS),
              "vi/silent", Set.of(Told.SILENCE)));

  private AlertTexts() {}

  /** The texts a rule may name. */
  public static Set<String> keys() {
    return Set.copyOf(TEXTS.keySet());
  }

  /** Those that tell truly of what such a condition found, in order. */
  public static List<String> of(Condition raise) {
    Told told = told(raise);
    return TEXTS.entrySet().stream()
        .filter(text -> text.getValue().contains(told))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The one for a rule that names none. */
  public static String usual(Condition raise) {
    return switch (told(raise)) {
      case VALUE -> "vi/salt";
      case CHANGE -> "vi/changing";
      case TIMES -> "vi/measured";
      case SIGHTINGS -> "vi/seen";
      case SILENCE -> "vi/silent";
    };
  }

  private static Told told(Condition condition) {
    return switch (condition) {
      case Condition.Beyond beyond -> told(beyond.measure());
      case Condition.Seen seen -> Told.SIGHTINGS;
      case Condition.Silent silent -> Told.SILENCE;
      case Condition.Heard heard -> Told.SILENCE;
      case Condition.Several several -> told(several.parts().getFirst());
    };
  }

  private static Told told(Measure measure) {
    return switch (measure) {
      case Measure.Newest newest -> Told.VALUE;
      case Measure.Mean mean -> Told.VALUE;
      case Measure.Highest highest -> Told.VALUE;
      case Measure.Lowest lowest -> Told.VALUE;
      case Measure.Rise rise -> Told.CHANGE;
      case Measure.Fall fall -> Told.CHANGE;
      case Measure.Times times -> Told.TIMES;
    };
  }
}
