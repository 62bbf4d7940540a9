package vn.vam.sim.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A long outage of the database.
 *
 * @param launcher of the hub, {@code ./vam}
 * @param perSecond messages a second all the time, 100 to 10,000
 * @param away how long the database is away, 1 s to 24 h
 * @param most how long the hub may take to store what has waited, 1 s to 24 h
 * @param hubOptions of its Java, such as {@code -Xmx256m}
 */
public record SoakPlan(
    Path launcher, int perSecond, Duration away, Duration most, String hubOptions) {
  private static final int FEWEST = 100;
  private static final int MOST = 10_000;
  private static final Duration LONGEST = Duration.ofDays(1);

  public SoakPlan {
    if (perSecond < FEWEST || perSecond > MOST) {
      throw new IllegalArgumentException("rate: 100 to 10000, not " + perSecond);
    }
    span("away", away);
    span("most", most);
  }

  private static void span(String what, Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(what + ": 1s to 24h, not " + time);
    }
  }
}
