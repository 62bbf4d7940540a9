package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Watches that nothing but a value beyond their threshold can change, or the end of the time that
 * they are timing: however many there are, a value costs a look at the nearest one and those it
 * wakes.
 */
final class Sleepers {
  /**
   * @param due when the time of a dozing one is over; {@link Instant#MAX} for whoever is not timing
   */
  private record Bed(NavigableMap<Double, Set<RuleWatch>> side, double threshold, Instant due) {}

  private final NavigableMap<Double, Set<RuleWatch>> wakeAbove = new TreeMap<>();
  private final NavigableMap<Double, Set<RuleWatch>> wakeBelow = new TreeMap<>();
  private final Map<RuleWatch, Bed> beds = new HashMap<>();

  /** Those that are timing, by when it is over. */
  private final NavigableMap<Instant, Set<RuleWatch>> dozing = new TreeMap<>();

  /** The shortest gap between values that any of those that have dozed minds. */
  private Duration patience = Duration.ofSeconds(Long.MAX_VALUE);

  /** Those that look at every value: they sleep on neither side alone. */
  private final Set<RuleWatch> awake = new LinkedHashSet<>();

  void awake(RuleWatch watch) {
    if (awake.add(watch)) {
      leaveBed(watch);
    }
  }

  void asleep(RuleWatch watch, Level until) {
    remove(watch);
    switch (until) {
      case Level.Above above -> put(watch, wakeAbove, above.threshold(), Instant.MAX);
      case Level.Below below -> put(watch, wakeBelow, below.threshold(), Instant.MAX);
      case Level.AtLeast least ->
          put(watch, wakeAbove, Math.nextDown(least.threshold()), Instant.MAX);
      case Level.AtMost most -> put(watch, wakeBelow, Math.nextUp(most.threshold()), Instant.MAX);
      case Level.Outside outside -> awake.add(watch);
      case Level.Inside inside -> awake.add(watch);
    }
  }

  /** Until its time is over, or what it is timing holds no more. */
  void doze(RuleWatch watch, Level whileIn, Instant due) {
    remove(watch);
    switch (whileIn) {
      case Level.Above above -> put(watch, wakeBelow, Math.nextUp(above.threshold()), due);
      case Level.Below below -> put(watch, wakeAbove, Math.nextDown(below.threshold()), due);
      case Level.AtLeast least -> put(watch, wakeBelow, least.threshold(), due);
      case Level.AtMost most -> put(watch, wakeAbove, most.threshold(), due);
      case Level.Outside outside -> awake.add(watch);
      case Level.Inside inside -> awake.add(watch);
    }
  }

  private void put(
      RuleWatch watch, NavigableMap<Double, Set<RuleWatch>> side, double threshold, Instant due) {
    side.computeIfAbsent(threshold, key -> new LinkedHashSet<>()).add(watch);
    beds.put(watch, new Bed(side, threshold, due));
    if (!due.equals(Instant.MAX)) {
      dozing.computeIfAbsent(due, key -> new LinkedHashSet<>()).add(watch);
      Duration stale = watch.rule().staleAfter();
      patience = stale.compareTo(patience) < 0 ? stale : patience;
    }
  }

  boolean isDozing(RuleWatch watch) {
    Bed bed = beds.get(watch);
    return bed != null && !bed.due().equals(Instant.MAX);
  }

  /** One of those that doze. */
  Optional<RuleWatch> anyDozing() {
    return dozing.isEmpty()
        ? Optional.empty()
        : Optional.of(dozing.firstEntry().getValue().iterator().next());
  }

  /**
   * Whether none of those that doze minds so long a time without a value.
   *
   * @param since of the value before
   */
  boolean dozeThrough(Instant since, Instant until) {
    return dozing.isEmpty() || !since.plus(patience).isBefore(until);
  }

  /** Whether nobody has to look at this value. */
  boolean sleepThrough(Instant at, double value) {
    return awake.isEmpty()
        && (dozing.isEmpty() || dozing.firstKey().isAfter(at))
        && (wakeAbove.isEmpty() || wakeAbove.firstKey() >= value)
        && (wakeBelow.isEmpty() || wakeBelow.lastKey() <= value);
  }

  /** Those that look at every value. */
  Set<RuleWatch> awake() {
    return awake;
  }

  /** Everyone else who has to look at this value; none of them sleeps any more. */
  List<RuleWatch> wake(Instant at, double value) {
    List<RuleWatch> woken = new ArrayList<>();
    if (!wakeAbove.isEmpty() && wakeAbove.firstKey() < value) {
      wakeAbove.headMap(value, false).values().forEach(woken::addAll);
    }
    if (!wakeBelow.isEmpty() && wakeBelow.lastKey() > value) {
      wakeBelow.tailMap(value, false).values().forEach(woken::addAll);
    }
    woken.forEach(this::leaveBed);
    woken.addAll(wakeDozing(at));
    return woken;
  }

  /** Those whose time is over by then; none of them sleeps any more. */
  List<RuleWatch> wakeDozing(Instant at) {
    List<RuleWatch> woken = new ArrayList<>();
    dozing.headMap(at, true).values().forEach(woken::addAll);
    woken.forEach(this::leaveBed);
    return woken;
  }

  void remove(RuleWatch watch) {
    awake.remove(watch);
    leaveBed(watch);
  }

  /** Everyone whom such a value would wake, by what it is. */
  Set<RuleWatch> concernedBy(double value) {
    Set<RuleWatch> concerned = new LinkedHashSet<>(awake);
    wakeAbove.headMap(value, false).values().forEach(concerned::addAll);
    wakeBelow.tailMap(value, false).values().forEach(concerned::addAll);
    return concerned;
  }

  private void leaveBed(RuleWatch watch) {
    Bed bed = beds.remove(watch);
    if (bed != null) {
      leave(bed.side(), bed.threshold(), watch);
      leave(dozing, bed.due(), watch);
    }
  }

  private static <K> void leave(NavigableMap<K, Set<RuleWatch>> from, K key, RuleWatch watch) {
    from.computeIfPresent(
        key, (same, watches) -> watches.remove(watch) && watches.isEmpty() ? null : watches);
  }
}
