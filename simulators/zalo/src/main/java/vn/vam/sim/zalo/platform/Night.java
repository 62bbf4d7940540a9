package vn.vam.sim.zalo.platform;

import java.time.Clock;
import vn.vam.sim.zalo.Json;

/** From 22:00 to 06:00 in Vietnam. */
final class Night {
  private static final int BEGINS = 22;
  private static final int ENDS = 6;

  private Night() {}

  static boolean isNow(Clock clock) {
    int hour = clock.instant().atZone(Json.VIETNAM).getHour();
    return hour >= BEGINS || hour < ENDS;
  }
}
