package vn.vam.sim.fleet;

import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Where an event stands.
 *
 * @param updatesLeft messages between new and end still to come
 * @param score how sure the detector is, 0 to 1
 */
record CameraEvent(String id, String type, String phase, int updatesLeft, double score) {

  static CameraEvent begin(CameraSite site, Instant seen, SplittableRandom random) {
    String type = Chance.one(site.types(), random);
    return new CameraEvent(
        idAt(seen, random), type, "new", random.nextInt(4), random.nextDouble(0.55, 0.8));
  }

  CameraEvent later(SplittableRandom random) {
    double surer = score + (0.99 - score) * random.nextDouble(0.4);
    return updatesLeft == 0
        ? new CameraEvent(id, type, "end", 0, surer)
        : new CameraEvent(id, type, "update", updatesLeft - 1, surer);
  }

  boolean over() {
    return phase.equals("end");
  }

  Message message(Instant seen, CameraSite site) {
    return NativeForm.takenAt(seen)
        .with("event_id", id)
        .with("type", type)
        .with("phase", phase)
        .with("score", score, 0.01)
        .with("zone", site.zone())
        .from(Kind.CAMERA, site.device());
  }

  /** Start of the event and a random tail, as camera gateways number theirs. */
  private static String idAt(Instant seen, SplittableRandom random) {
    String tail = Integer.toString(random.nextInt(60_466_176, Integer.MAX_VALUE), 36);
    return seen.getEpochSecond() + "." + seen.getNano() / 1_000_000 + "-" + tail;
  }
}
