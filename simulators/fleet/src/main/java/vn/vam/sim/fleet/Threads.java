package vn.vam.sim.fleet;

import java.time.Duration;

/** Threads of our own: named, daemons, and waited for without losing an interruption. */
final class Threads {

  private Threads() {}

  static Thread daemon(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).unstarted(task);
  }

  static void join(Thread thread, Duration patience) {
    try {
      thread.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
