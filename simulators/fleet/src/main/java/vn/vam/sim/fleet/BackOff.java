package vn.vam.sim.fleet;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts: doubling from 250 ms to 10 s, each anywhere between half and whole. */
final class BackOff {

  private static final long FIRST_MS = 250;
  private static final long LONGEST_MS = 10_000;

  private long nextMs = FIRST_MS;

  Duration next() {
    long pause = ThreadLocalRandom.current().nextLong(nextMs / 2, nextMs + 1);
    nextMs = Math.min(LONGEST_MS, nextMs * 2);
    return Duration.ofMillis(pause);
  }

  void reset() {
    nextMs = FIRST_MS;
  }
}
