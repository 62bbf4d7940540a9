package vn.vam.sim.fleet;

import java.time.Duration;
import java.time.Instant;

/**
 * Where the model stands when the wall clock shows something.
 *
 * @param wallStart when the fleet started, real time
 * @param modelStart where the model stood then
 */
record ModelClock(Instant wallStart, Instant modelStart, double speed) {

  Instant at(Instant wall) {
    return modelStart.plusMillis(Math.round(speed * sinceStart(wall).toMillis()));
  }

  /** Wall clock since the start, never scaled. */
  Duration sinceStart(Instant wall) {
    return Duration.between(wallStart, wall);
  }
}
