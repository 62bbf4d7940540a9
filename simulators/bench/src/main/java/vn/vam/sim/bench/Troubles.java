package vn.vam.sim.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Does to the hub and its neighbours what a fault is, and ends it again. */
final class Troubles {
  private static final int SHORT_MS = 500;
  private static final int LONG_MS = 2_000;
  private static final int STARTING_MS = 4_000;
  private static final int BYTES_A_SECOND = 2_000;
  private static final int ONE_IN = 3;
  private static final Duration UNTIL_IT_IS_SEEN = Duration.ofMillis(1_200);

  /** A hub that hears nothing writes nothing: its line may have gone silent just before. */
  private static final Duration UNTIL_ANYTHING_COMES = Duration.ofMinutes(2);

  private final Ground ground;
  private final Line toBroker;
  private final Line toStore;
  private final TroubledHub hub;
  private final Optional<SmallDisk> disk;
  private final Optional<SetClock> clock;
  private final Duration outage;
  private final Random random;
  private boolean starting;
  private int brokerEnds;
  private int brokerKills;
  private int storeEnds;
  private int diskFills;
  private int clockSets;

  /**
   * @param disk where {@link FaultPlan.Kind#DISK} is planned
   * @param clock where {@link FaultPlan.Kind#CLOCK} is planned
   */
  Troubles(
      FaultPlan plan,
      Ground ground,
      Line toBroker,
      Line toStore,
      TroubledHub hub,
      Optional<SmallDisk> disk,
      Optional<SetClock> clock) {
    this.ground = ground;
    this.toBroker = toBroker;
    this.toStore = toStore;
    this.hub = hub;
    this.disk = disk;
    this.clock = clock;
    this.outage = plan.outage();
    this.random = new Random(plan.seed());
  }

  /**
   * Returns when it is over.
   *
   * @return whether the next one has to wait until the hub is ready; one in three kills is followed
   *     by a fault while the hub is still starting
   */
  boolean make(FaultPlan.Kind kind) throws IOException {
    passes(starting ? STARTING_MS : LONG_MS);
    switch (kind) {
      case KILL, EMBEDDED -> killHub();
      case BROKER -> endBroker();
      case STORE -> endStore();
      case NETWORK -> troubleLine();
      case DISK -> fillDisk(disk.orElseThrow());
      case CLOCK -> setClock(clock.orElseThrow());
    }
    starting = isKill(kind) && random.nextInt(ONE_IN) == 0;
    return !starting;
  }

  private static boolean isKill(FaultPlan.Kind kind) {
    return kind == FaultPlan.Kind.KILL || kind == FaultPlan.Kind.EMBEDDED;
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
    passesBetween(outage.dividedBy(2), outage);
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

  /** A hub that starts on a full disk ends again, and says so: it has to be at work before. */
  private void fillDisk(SmallDisk disk) throws IOException {
    hub.awaitReady();
    Ground.await(
        "a hub that waits for its disk",
        () -> {
          disk.fill();
          return hub.waitsFor("disk");
        },
        UNTIL_ANYTHING_COMES);
    passes(LONG_MS);
    boolean killed = diskFills++ % 2 == 1;
    if (killed) {
      hub.kill();
    }
    disk.empty();
    if (killed) {
      hub.startAgain();
    }
  }

  /** What is not acknowledged comes again under another time; no two times are ever the same. */
  private void setClock(SetClock clock) {
    clock.isAheadBy(++clockSets);
    passesBetween(UNTIL_IT_IS_SEEN, UNTIL_IT_IS_SEEN.plusMillis(LONG_MS));
    toBroker.cut();
    passes(SHORT_MS);
    clock.isAheadBy(0);
    passesBetween(UNTIL_IT_IS_SEEN, UNTIL_IT_IS_SEEN.plusMillis(SHORT_MS));
  }

  int brokerKills() {
    return brokerKills;
  }

  private void passes(int mostMs) {
    passesBetween(Duration.ZERO, Duration.ofMillis(mostMs));
  }

  private void passesBetween(Duration least, Duration most) {
    long end = System.nanoTime() + random.nextLong(least.toNanos(), most.toNanos());
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
