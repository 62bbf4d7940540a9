package vn.vam.mqtt.paho;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What a slow receiver does. */
final class Pauses {
  private Pauses() {}

  static void of(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
