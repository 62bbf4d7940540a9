package vn.vam.runtime.notify;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import java.time.Duration;
import vn.vam.runtime.flow.Loop;
import vn.vam.runtime.flow.Signal;

/** Looks whether what waits for others in a storm has waited long enough. */
public final class GatherVerticle extends AbstractVerticle {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Gathering gathering;
  private final Runnable outboxGrew;
  private final Loop loop;

  public GatherVerticle(Gathering gathering, Runnable outboxGrew) {
    this.gathering = gathering;
    this.outboxGrew = outboxGrew;
    this.loop = new Loop("gathering", new Signal(), PAUSE, this::turn);
  }

  @Override
  public void start() {
    loop.start();
  }

  private Duration turn() {
    if (gathering.turn()) {
      outboxGrew.run();
    }
    return PAUSE;
  }

  @Override
  public void stop(Promise<Void> stopped) {
    vertx
        .<Void>executeBlocking(
            () -> {
              loop.close();
              return null;
            })
        .onComplete(stopped);
  }
}
