package vn.vam.runtime.flow;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;

/** Starts a reader's loop and stops it after the turn that is under way. */
abstract class LoopVerticle extends AbstractVerticle {
  private final Loop loop;

  LoopVerticle(Loop loop) {
    this.loop = loop;
  }

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public void stop(Promise<Void> stopped) {
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
  abstract void finish();
}
