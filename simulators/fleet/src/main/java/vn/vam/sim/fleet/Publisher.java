package vn.vam.sim.fleet;

import java.util.concurrent.CompletableFuture;

/** Where messages go. */
interface Publisher extends AutoCloseable {

  /**
   * Never waits; the future completes when the other side has acknowledged, or fails when dropped.
   */
  CompletableFuture<Void> publish(Message message);

  /** Sends what is under way within a few seconds, then lets go of everything. */
  @Override
  void close();
}
