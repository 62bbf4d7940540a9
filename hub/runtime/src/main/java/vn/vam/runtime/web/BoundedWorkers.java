package vn.vam.runtime.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Platform threads for calls that block, with a limit on how many calls may wait: beyond it a call
 * is turned away at once instead of slowing everyone down, as is one that comes while the hub
 * stops.
 */
final class BoundedWorkers {
  private static final long WARN_AFTER_SECONDS = 10;

  private final WorkerExecutor threads;
  private final AtomicInteger underWay = new AtomicInteger();
  private final int most;

  BoundedWorkers(Vertx vertx, String name, int size, int most) {
    this.threads =
        vertx.createSharedWorkerExecutor(name, size, WARN_AFTER_SECONDS, TimeUnit.SECONDS);
    this.most = most;
  }

  <T> Future<T> run(Callable<T> call) {
    if (underWay.incrementAndGet() > most) {
      underWay.decrementAndGet();
      return Future.failedFuture(new Busy());
    }
    try {
      return threads.executeBlocking(call, false).onComplete(done -> underWay.decrementAndGet());
    } catch (RejectedExecutionException closed) {
      underWay.decrementAndGet();
      return Future.failedFuture(new Busy());
    }
  }

  Future<Void> close() {
    return threads.close();
  }

  /** More calls wait than the limit allows. */
  static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
