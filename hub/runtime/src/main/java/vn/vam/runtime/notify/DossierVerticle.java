package vn.vam.runtime.notify;

import java.time.Duration;
import vn.vam.runtime.flow.LoopVerticle;
import vn.vam.runtime.flow.Signal;

/** Looks after the dossiers that citizens follow. */
public final class DossierVerticle extends LoopVerticle {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final DossierRound round;

  public DossierVerticle(DossierRound round) {
    super("dossiers", new Signal(), LONGEST_PAUSE);
    this.round = round;
  }

  @Override
  public Duration turn() {
    return round.turn();
  }
}
