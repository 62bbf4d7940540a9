package vn.vam.core.rule;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the alerts of a rule tell of, without its levels and times: an alert that a rule has raised
 * can be judged on by another of the same id as long as that still looks at the same.
 */
public final class Subjects {
  private Subjects() {}

  /** By the severity that an alert has reached; in words such as {@code salinity_gl above}. */
  public static Map<Severity, Set<String>> of(Rule rule) {
    Map<Severity, Set<String>> subjects = new EnumMap<>(Severity.class);
    subjects.put(rule.severity(), of(rule.raise()));
    rule.ladder().forEach(rung -> subjects.put(rung.severity(), of(rung.raise())));
    return subjects;
  }

  /** Whether it still looks at all of these. */
  public static boolean covers(Rule rule, Set<String> subjects) {
    return of(rule).values().stream().anyMatch(one -> one.containsAll(subjects));
  }

  private static Set<String> of(Condition condition) {
    return switch (condition) {
      case Condition.Beyond beyond ->
          Set.of(
              beyond.quantity().field()
                  + " "
                  + kind(beyond.measure(), beyond.level())
                  + beyond.station().map(station -> " " + station).orElse(""));
      case Condition.Seen seen ->
          Set.of(seen.type().word() + seen.station().map(station -> " " + station).orElse(""));
      case Condition.Silent silent -> Set.of("silent");
      case Condition.Heard heard -> Set.of("silent");
      case Condition.Several several -> {
        Set<String> all = new TreeSet<>();
        several.parts().forEach(part -> all.addAll(of(part)));
        yield all;
      }
    };
  }

  private static String kind(Measure measure, Level level) {
    return switch (measure) {
      case Measure.Newest newest -> side(level);
      case Measure.Mean mean -> side(level);
      case Measure.Highest highest -> side(level);
      case Measure.Lowest lowest -> side(level);
      case Measure.Times times -> side(times.each());
      case Measure.Rise rise -> "rises";
      case Measure.Fall fall -> "falls";
    };
  }

  private static String side(Level level) {
    return switch (level) {
      case Level.Above above -> "above";
      case Level.AtLeast least -> "above";
      case Level.Below below -> "below";
      case Level.AtMost most -> "below";
      case Level.Outside outside -> "outside";
      case Level.Inside inside -> "inside";
    };
  }
}
