package vn.vam.core.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who was wrong lately, and at what, in memory alone. Of very many the ones heard of longest ago
 * are forgotten. Not for several threads.
 */
final class WrongTries {
  private static final int MOST = 100_000;

  private final int most;
  private final Duration within;
  private final Map<String, Deque<Instant>> tries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST;
        }
      };

  WrongTries(int most, Duration within) {
    this.most = most;
    this.within = within;
  }

  boolean mayTry(String who, Instant now) {
    return recent(who, now).size() < most;
  }

  void wrong(String who, Instant now) {
    Deque<Instant> recent = recent(who, now);
    tries.remove(who);
    recent.addLast(now);
    tries.put(who, recent);
  }

  void forget(String who) {
    tries.remove(who);
  }

  private Deque<Instant> recent(String who, Instant now) {
    Deque<Instant> recent = tries.getOrDefault(who, new ArrayDeque<>());
    while (!recent.isEmpty() && !recent.getFirst().isAfter(now.minus(within))) {
      recent.removeFirst();
    }
    return recent;
  }
}
