package vn.vam.payloads.sparkplug;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who was asked for a rebirth of late. No node is asked again within {@link
 * SessionRules#betweenRebirths()}, whatever becomes of the connection or of what is remembered of
 * the node, and within that time no more nodes are asked than {@link SessionRules#nodes()}. Who is
 * not asked now is asked after its next message.
 */
final class RebirthRequests {
  private final SessionRules rules;

  /** In the order of asking. */
  private final Map<String, Instant> asked = new LinkedHashMap<>();

  RebirthRequests(SessionRules rules) {
    this.rules = rules;
  }

  /** Whether it is time to ask; if so, it counts as asked. */
  boolean mayAsk(String node, Instant now) {
    Iterator<Instant> oldestFirst = asked.values().iterator();
    while (oldestFirst.hasNext() && isLongAgo(oldestFirst.next(), now)) {
      oldestFirst.remove();
    }
    return asked.size() < rules.nodes() && asked.putIfAbsent(node, now) == null;
  }

  /** What lies ahead was asked before the clock was set back. */
  private boolean isLongAgo(Instant at, Instant now) {
    return at.isAfter(now) || !now.isBefore(at.plus(rules.betweenRebirths()));
  }
}
