package vn.vam.core.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Which watches the passing of time may change, soonest first. */
final class Timers {
  private final NavigableMap<Instant, Set<RuleWatch>> due = new TreeMap<>();
  private final Map<RuleWatch, Instant> known = new LinkedHashMap<>();

  /**
   * @param at {@link Instant#MAX} for never
   */
  void set(RuleWatch watch, Instant at) {
    Instant before = known.get(watch);
    if (at.equals(before) || (before == null && at.equals(Instant.MAX))) {
      return;
    }
    if (before != null) {
      cancel(watch, before);
    }
    if (at.equals(Instant.MAX)) {
      known.remove(watch);
    } else {
      known.put(watch, at);
      due.computeIfAbsent(at, key -> new LinkedHashSet<>()).add(watch);
    }
  }

  private void cancel(RuleWatch watch, Instant before) {
    Set<RuleWatch> watches = due.get(before);
    if (watches != null && watches.remove(watch) && watches.isEmpty()) {
      due.remove(before);
    }
  }

  /** Those due up to an instant, that included; they stay until they are set anew. */
  List<RuleWatch> dueUntil(Instant now) {
    List<RuleWatch> watches = new ArrayList<>();
    due.headMap(now, true).values().forEach(watches::addAll);
    return watches;
  }
}
