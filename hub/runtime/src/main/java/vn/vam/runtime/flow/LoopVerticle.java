package vn.vam.runtime.flow;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import java.time.Duration;

/** A loop on a thread of its own, started and stopped with the hub. */
public abstract class LoopVerticle extends AbstractVerticle implements Loop.Step {
  private final Loop loop;

  /**
   * @param longestPause a turn never waits longer than this, signal or not
   */
  protected LoopVerticle(String name, Signal signal, Duration longestPause) {
    loop = new Loop(name, signal, longestPause, this);
  }

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public final void stop(Promise<Void> stopped) {
    vertx
        .<Void>executeBlocking(
            () -> {
              loop.close();
              finish();
              return null;
            })
        .onComplete(stopped);
  }

  /** After the last turn; blocks. */
  protected void finish() throws InterruptedException {}
}
