package vn.vam.payloads.sparkplug;

import java.time.Duration;

/**
 * How patient a host application is, and how much it remembers.
 *
 * @param reorderTimeout how long a message that is missing may still come
 * @param betweenRebirths at least this long between two requests to one node
 * @param nodes at most so many are known at a time
 * @param metrics at most so many are remembered of one node and all devices behind it
 */
public record SessionRules(
    Duration reorderTimeout, Duration betweenRebirths, int nodes, int metrics) {
  public static final Duration REORDER_TIMEOUT = Duration.ofSeconds(5);
  public static final SessionRules USUAL =
      new SessionRules(REORDER_TIMEOUT, Duration.ofSeconds(10), 2_000, 20_000);

  public SessionRules withReorderTimeout(Duration other) {
    return new SessionRules(other, betweenRebirths, nodes, metrics);
  }
}
