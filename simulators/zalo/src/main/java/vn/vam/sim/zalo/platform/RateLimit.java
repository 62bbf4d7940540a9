package vn.vam.sim.zalo.platform;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;

/** Counts an app's calls in each minute of the clock, or in the minute that ends now. */
public final class RateLimit {
  private static final long MINUTE = 60_000;
  private final Clock clock;
  private final int perMinute;
  private final Switches switches;
  private final Deque<Long> calls = new ArrayDeque<>();

  public RateLimit(Clock clock, int perMinute, Switches switches) {
    this.clock = clock;
    this.perMinute = perMinute;
    this.switches = switches;
  }

  /** False when this call is one too many. */
  boolean count() {
    if (remaining() <= 0) return false;
    calls.addLast(clock.millis());
    return true;
  }

  public int limit() {
    return perMinute;
  }

  public int remaining() {
    long now = clock.millis();
    long begin =
        switches.isOn(Switch.RATE_SLIDES) ? now - MINUTE + 1 : Math.floorDiv(now, MINUTE) * MINUTE;
    while (!calls.isEmpty() && calls.getFirst() < begin) calls.removeFirst();
    return perMinute - calls.size();
  }
}
