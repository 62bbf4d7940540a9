package vn.vam.sim.bench;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Does to the hub and its neighbours what a fault is, and ends it again. */
final class Troubles {
  private static final int SHORT_MS = 500;
  private static final int LONG_MS = 2_000;
  private static final int STARTING_MS = 4_000;
  private static final int BYTES_A_SECOND = 2_000;
  private static final int ONE_IN = 3;

  private final Ground ground;
  private final Line toBroker;
  private final Line toStore;
  private final TroubledHub hub;
  private final Random random;
  private boolean starting;
  private int brokerEnds;
  private int brokerKills;
  private int storeEnds;

  Troubles(Ground ground, Line toBroker, Line toStore, TroubledHub hub, Random random) {
    this.ground = ground;
    this.toBroker = toBroker;
    this.toStore = toStore;
    this.hub = hub;
    this.random = random;
  }

  /**
   * Returns when it is over.
   *
   * @return whether the next one has to wait until the hub is ready; one in three kills is followed
   *     by a fault while the hub is still starting
   */
  boolean make(FaultPlan.Kind kind) {
    passes(starting ? STARTING_MS : LONG_MS);
    switch (kind) {
      case KILL -> killHub();
      case BROKER -> endBroker();
      case STORE -> endStore();
      case NETWORK -> troubleLine();
    }
    starting = kind == FaultPlan.Kind.KILL && random.nextInt(ONE_IN) == 0;
    return !starting;
  }

  private void killHub() {
    hub.kill();
    hub.startAgain();
  }

  private void endBroker() {
    if (brokerEnds++ % 2 == 0) {
      ground.stopBroker();
    } else {
      brokerKills++;
      ground.killBroker();
    }
    passes(SHORT_MS);
    ground.startBroker();
  }

  private void endStore() {
    if (storeEnds++ % 2 == 0) {
      ground.stopDatabase();
    } else {
      ground.killDatabase();
    }
    passes(LONG_MS);
    ground.startDatabase();
  }

  private void troubleLine() {
    Line line = random.nextBoolean() ? toBroker : toStore;
    switch (random.nextInt(3)) {
      case 0 -> line.cut();
      case 1 -> line.goSilent();
      default -> {
        line.slowTo(BYTES_A_SECOND);
        passes(LONG_MS);
        line.atFullSpeed();
      }
    }
  }

  int brokerKills() {
    return brokerKills;
  }

  private void passes(int mostMs) {
    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(mostMs)).toNanos());
  }
}
