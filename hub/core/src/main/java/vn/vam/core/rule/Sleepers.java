package vn.vam.core.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Watches that nothing but a value beyond their threshold can change: however many there are, a
 * value costs a look at the nearest one and those it wakes.
 */
final class Sleepers {
  private record Bed(NavigableMap<Double, Set<RuleWatch>> side, double threshold) {}

  private final NavigableMap<Double, Set<RuleWatch>> wakeAbove = new TreeMap<>();
  private final NavigableMap<Double, Set<RuleWatch>> wakeBelow = new TreeMap<>();
  private final Map<RuleWatch, Bed> beds = new HashMap<>();

  /** Those that look at every value: they are timing, or sleep on neither side alone. */
  private final Set<RuleWatch> awake = new LinkedHashSet<>();

  void awake(RuleWatch watch) {
    if (awake.add(watch)) {
      leaveBed(watch);
    }
  }

  void asleep(RuleWatch watch, Level until) {
    remove(watch);
    switch (until) {
      case Level.Above above -> put(watch, wakeAbove, above.threshold());
      case Level.Below below -> put(watch, wakeBelow, below.threshold());
      case Level.AtLeast least -> put(watch, wakeAbove, Math.nextDown(least.threshold()));
      case Level.AtMost most -> put(watch, wakeBelow, Math.nextUp(most.threshold()));
      case Level.Outside outside -> awake.add(watch);
      case Level.Inside inside -> awake.add(watch);
    }
  }

  private void put(RuleWatch watch, NavigableMap<Double, Set<RuleWatch>> side, double threshold) {
    side.computeIfAbsent(threshold, key -> new LinkedHashSet<>()).add(watch);
    beds.put(watch, new Bed(side, threshold));
  }

  /** Whether nobody has to look at this value. */
  boolean sleepThrough(double value) {
    return awake.isEmpty()
        && (wakeAbove.isEmpty() || wakeAbove.firstKey() >= value)
        && (wakeBelow.isEmpty() || wakeBelow.lastKey() <= value);
  }

  /** Everyone who has to look at this value; none of them sleeps any more. */
  List<RuleWatch> wake(double value) {
    List<RuleWatch> woken = new ArrayList<>(awake.size() + 4);
    woken.addAll(awake);
    if (!wakeAbove.isEmpty() && wakeAbove.firstKey() < value) {
      drain(wakeAbove.headMap(value, false), woken);
    }
    if (!wakeBelow.isEmpty() && wakeBelow.lastKey() > value) {
      drain(wakeBelow.tailMap(value, false), woken);
    }
    return woken;
  }

  private void drain(NavigableMap<Double, Set<RuleWatch>> beyond, List<RuleWatch> woken) {
    for (Set<RuleWatch> watches : beyond.values()) {
      woken.addAll(watches);
      watches.forEach(beds::remove);
    }
    beyond.clear();
  }

  void remove(RuleWatch watch) {
    awake.remove(watch);
    leaveBed(watch);
  }

  private void leaveBed(RuleWatch watch) {
    Bed bed = beds.remove(watch);
    if (bed != null) {
      bed.side()
          .computeIfPresent(
              bed.threshold(),
              (threshold, watches) -> watches.remove(watch) && watches.isEmpty() ? null : watches);
    }
  }
}
