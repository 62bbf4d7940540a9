package vn.vam.runtime.notify;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.runtime.flow.Loop;
import vn.vam.runtime.flow.Signal;

/** Looks every now and then whether there are news to send. */
public final class BulletinVerticle extends AbstractVerticle {
  private static final Logger log = LoggerFactory.getLogger(BulletinVerticle.class);

  private final Bulletin bulletin;
  private final Runnable outboxGrew;
  private final Duration pause;
  private final Loop loop;

  /**
   * @param pause between two looks
   * @param outboxGrew told when there is something to send
   */
  public BulletinVerticle(Bulletin bulletin, Duration pause, Runnable outboxGrew) {
    this.bulletin = bulletin;
    this.outboxGrew = outboxGrew;
    this.pause = pause;
    this.loop = new Loop("news", new Signal(), pause, this::turn);
  }

  @Override
  public void start() {
    loop.start();
  }

  private Duration turn() {
    if (bulletin.tell()) {
      log.info("news are on their way to those who agreed to them");
      outboxGrew.run();
    }
    return pause;
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
