package vn.vam.runtime.notify;

import java.time.Duration;
import vn.vam.runtime.flow.LoopVerticle;
import vn.vam.runtime.flow.Signal;

/** Looks whether what waits for others in a storm has waited long enough. */
public final class GatherVerticle extends LoopVerticle {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Gathering gathering;
  private final LimitGathering own;
  private final Runnable outboxGrew;

  public GatherVerticle(Gathering gathering, LimitGathering own, Runnable outboxGrew) {
    super("gathering", new Signal(), PAUSE);
    this.gathering = gathering;
    this.own = own;
    this.outboxGrew = outboxGrew;
  }

  @Override
  public Duration turn() {
    if (gathering.turn() | own.turn()) {
      outboxGrew.run();
    }
    return PAUSE;
  }
}
