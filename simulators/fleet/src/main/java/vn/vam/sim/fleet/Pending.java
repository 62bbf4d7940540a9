package vn.vam.sim.fleet;

import java.util.concurrent.CompletableFuture;

/** A message on its way and what will become of it. */
record Pending(Message message, CompletableFuture<Void> outcome) {

  static Pending of(Message message) {
    return new Pending(message, new CompletableFuture<>());
  }

  void acknowledged() {
    outcome.complete(null);
  }

  void dropped(String reason) {
    outcome.completeExceptionally(new IllegalStateException(reason));
  }

  boolean settled() {
    return outcome.isDone();
  }
}
