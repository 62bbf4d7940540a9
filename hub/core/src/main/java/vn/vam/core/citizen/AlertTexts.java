package vn.vam.core.citizen;

import static vn.vam.core.reading.Quantity.BATTERY;
import static vn.vam.core.reading.Quantity.BATTERY_SHARE;
import static vn.vam.core.reading.Quantity.EC;
import static vn.vam.core.reading.Quantity.EC25;
import static vn.vam.core.reading.Quantity.LEVEL;
import static vn.vam.core.reading.Quantity.OCCUPANCY;
import static vn.vam.core.reading.Quantity.SALINITY;
import static vn.vam.core.reading.Quantity.SPEED;
import static vn.vam.core.reading.Quantity.TEMPERATURE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
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

  private static final String ANY = "vi/measured";
  private static final Set<Quantity> OF_SALT = EnumSet.of(SALINITY, EC25, EC);
  private static final Set<Quantity> OF_VEHICLES =
      Arrays.stream(Quantity.values())
          .filter(quantity -> quantity == OCCUPANCY || quantity.isCount())
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Quantity.class)));

  /** The first that fits is the usual one. */
  private static final Map<String, Predicate<Condition>> TEXTS = new LinkedHashMap<>();

  static {
    TEXTS.put("vi/salt", condition -> isHigh(condition, SALINITY));
    TEXTS.put("vi/salt-for-durian", condition -> isHigh(condition, SALINITY));
    TEXTS.put("vi/salt-danger", condition -> isHigh(condition, SALINITY));
    TEXTS.put("vi/traffic-slow", condition -> isLow(condition, SPEED));
    TEXTS.put("vi/traffic-busy", AlertTexts::isBusy);
    TEXTS.put("vi/level-high", condition -> isHigh(condition, LEVEL));
    TEXTS.put("vi/level-low", condition -> isLow(condition, LEVEL));
    TEXTS.put("vi/water-warm", condition -> isHigh(condition, TEMPERATURE));
    TEXTS.put(
        "vi/battery-low",
        condition -> isLow(condition, BATTERY) || isLow(condition, BATTERY_SHARE));
    TEXTS.put("vi/changing", condition -> told(condition) == Told.CHANGE);
    TEXTS.put("vi/seen", condition -> told(condition) == Told.SIGHTINGS);
    TEXTS.put("vi/silent", condition -> told(condition) == Told.SILENCE);
    TEXTS.put(ANY, AlertTexts::isMeasured);
  }

  private AlertTexts() {}

  /** The texts a rule may name. */
  public static Set<String> keys() {
    return Set.copyOf(TEXTS.keySet());
  }

  /**
   * Those that tell truly of what such a condition found, in order. Of salt each may speak that is
   * asked for: what is wrong with too little of it is the rule's to know.
   */
  public static List<String> of(Condition raise) {
    List<String> suiting =
        TEXTS.keySet().stream().filter(text -> suits(text, raise)).sorted().toList();
    return suiting.isEmpty() ? List.of(ANY) : suiting;
  }

  /** The one for a rule that names none. */
  public static String usual(Condition raise) {
    return TEXTS.keySet().stream().filter(text -> isUsual(text, raise)).findFirst().orElse(ANY);
  }

  /** Of several conditions it tells truly when it does so of each. */
  private static boolean suits(String text, Condition raise) {
    return raise instanceof Condition.Several several
        ? several.parts().stream().allMatch(part -> suits(text, part))
        : isUsual(text, raise) || (text.startsWith("vi/salt") && isOfSalt(raise));
  }

  private static boolean isUsual(String text, Condition raise) {
    return raise instanceof Condition.Several several
        ? several.parts().stream().allMatch(part -> isUsual(text, part))
        : TEXTS.getOrDefault(text, condition -> false).test(raise);
  }

  private static boolean isOfSalt(Condition condition) {
    return condition instanceof Condition.Beyond beyond
        && OF_SALT.contains(beyond.quantity())
        && told(beyond.measure()) == Told.VALUE;
  }

  private static boolean isMeasured(Condition condition) {
    return switch (told(condition)) {
      case VALUE, CHANGE, TIMES -> true;
      case SIGHTINGS, SILENCE -> false;
    };
  }

  private static boolean isHigh(Condition condition, Quantity quantity) {
    return condition instanceof Condition.Beyond beyond
        && isValue(beyond, quantity)
        && (beyond.level() instanceof Level.Above || beyond.level() instanceof Level.AtLeast);
  }

  private static boolean isLow(Condition condition, Quantity quantity) {
    return condition instanceof Condition.Beyond beyond
        && isValue(beyond, quantity)
        && (beyond.level() instanceof Level.Below || beyond.level() instanceof Level.AtMost);
  }

  private static boolean isBusy(Condition condition) {
    return OF_VEHICLES.stream().anyMatch(quantity -> isHigh(condition, quantity));
  }

  private static boolean isValue(Condition.Beyond beyond, Quantity quantity) {
    return beyond.quantity() == quantity && told(beyond.measure()) == Told.VALUE;
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
