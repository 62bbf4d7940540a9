package vn.vam.sim.fleet;

import java.time.Instant;

/** Warmth and light of a tropical day. */
final class Sun {

  private Sun() {}

  /** From −1 at two in the night to 1 at two in the afternoon. */
  static double heightAt(Instant modelTime) {
    double hours = modelTime.atOffset(Province.LOCAL_TIME).toLocalTime().toSecondOfDay() / 3600.0;
    return Math.sin(2 * Math.PI * (hours - 8) / 24);
  }
}
