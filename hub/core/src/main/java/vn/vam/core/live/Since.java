package vn.vam.core.live;

import java.time.Instant;

/** From when on something has been so. */
public sealed interface Since {
  /** From about then on: to a quarter of an hour. */
  record About(Instant time) implements Since {}

  /** From then on at least: of the time before nothing is known. */
  record AtLeast(Instant time) implements Since {}

  /** For longer than the three days that are looked back. */
  record Longer() implements Since {}
}
