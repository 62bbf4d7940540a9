package vn.vam.sim.zalo.platform;

import java.time.Clock;

/** Counts an app's calls in each minute of the clock. */
public final class RateLimit {
  private final Clock clock;
  private final int perMinute;
  private long minute;
  private int used;

  public RateLimit(Clock clock, int perMinute) {
    this.clock = clock;
    this.perMinute = perMinute;
  }

  /** False when this call is one too many. */
  boolean count() {
    turn();
    if (used >= perMinute) return false;
    used++;
    return true;
  }

  public int limit() {
    return perMinute;
  }

  public int remaining() {
    turn();
    return perMinute - used;
  }

  private void turn() {
    long now = Math.floorDiv(clock.millis(), 60_000L);
    if (now == minute) return;
    minute = now;
    used = 0;
  }
}
