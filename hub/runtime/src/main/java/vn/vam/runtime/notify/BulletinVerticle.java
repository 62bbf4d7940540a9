package vn.vam.runtime.notify;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.runtime.flow.LoopVerticle;
import vn.vam.runtime.flow.Signal;

/** Looks every now and then whether there are news to send. */
public final class BulletinVerticle extends LoopVerticle {
  private static final Logger log = LoggerFactory.getLogger(BulletinVerticle.class);

  private final Bulletin bulletin;
  private final Runnable outboxGrew;
  private final Duration pause;

  /**
   * @param pause between two looks
   * @param outboxGrew told when there is something to send
   */
  public BulletinVerticle(Bulletin bulletin, Duration pause, Runnable outboxGrew) {
    super("news", new Signal(), pause);
    this.bulletin = bulletin;
    this.outboxGrew = outboxGrew;
    this.pause = pause;
  }

  @Override
  public Duration turn() {
    if (bulletin.tell()) {
      log.info("news are on their way to those who agreed to them");
      outboxGrew.run();
    }
    return pause;
  }
}
