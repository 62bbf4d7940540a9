package vn.vam.sim.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Something that makes a road dangerous or slow, and how long it lasts.
 *
 * @param number tells it from the others of its camera
 * @param name of the zone or rule by which the gateway tells it
 */
record Incident(int number, String name, Instant began, Instant ends) {

  static Incident begin(
      int number, IncidentGateway.Make make, Instant seen, SplittableRandom random) {
    return new Incident(
        number,
        Chance.one(make.names(), random),
        seen,
        seen.plus(Duration.ofSeconds(random.nextInt(40, 90))));
  }

  boolean isOverAt(Instant now) {
    return !now.isBefore(ends);
  }
}
