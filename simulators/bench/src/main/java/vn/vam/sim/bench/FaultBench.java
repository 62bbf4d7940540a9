package vn.vam.sim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One fault after another under a steady stream of numbered messages, the next as soon as the hub
 * is ready again; then the sets of all who saw the messages are compared.
 */
public final class FaultBench {
  private static final String DATABASE = "vam";
  private static final int TELL_EVERY = 10;

  /** Seconds, as deploy/ ships it. */
  private static final int BROKER_WRITES_EVERY = 10;

  /** Room for what comes while a disk is full and empty again. */
  private static final int DISK_MB = 256;

  private static final Duration TO_DRAIN = Duration.ofMinutes(5);

  /** A line that was cut again and again is left alone for up to half a minute. */
  private static final Duration UNTIL_NOTHING_COMES = Duration.ofMinutes(1);

  private final FaultPlan plan;
  private final Consumer<String> progress;
  private final Numbers byHub = new Numbers();
  private final FaultTrail trail = new FaultTrail();

  /**
   * @param progress takes a line at a time
   */
  public FaultBench(FaultPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * @throws IOException when a server does not start; when the hub has not become ready within two
   *     minutes, an {@link IllegalStateException} says so
   */
  public FaultFigures run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("vam-faults");
    FaultFigures figures = run(folder);
    if (figures.isFlawless()) {
      Folders.delete(folder);
    } else {
      progress.accept("what was left behind is in " + folder);
    }
    return figures;
  }

  private FaultFigures run(Path folder) throws IOException, InterruptedException {
    Instant began = Instant.now();
    int own = Ground.freePort();
    Optional<SetClock> clock =
        plans(FaultPlan.Kind.CLOCK) ? Optional.of(SetClock.in(folder)) : Optional.empty();
    try (Ground ground = Ground.in(folder, BROKER_WRITES_EVERY);
        Line toBroker = Line.to(ground.mqtt, () -> new AckWatch(byHub::add));
        Line toStore = Line.to(ground.influx);
        SmallDisk disk = plans(FaultPlan.Kind.DISK) ? smallDisk(folder) : null;
        TroubledHub hub =
            new TroubledHub(
                plan.launcher(),
                plan.hubOptions(),
                folder,
                new HubFile(
                    toBroker.port(),
                    own,
                    toStore.port(),
                    (disk == null ? folder : disk.path()).resolve("state"),
                    forms()),
                clock.map(SetClock::environment).orElse(Map.of()))) {
      hub.awaitReady();
      Troubles troubles =
          new Troubles(plan, ground, toBroker, toStore, hub, Optional.ofNullable(disk), clock);
      try (Publishers publishers = new Publishers(ground.broker(), plan.perSecond())) {
        if (plans(FaultPlan.Kind.EMBEDDED)) {
          publishers.publishWithin("tcp://127.0.0.1:" + own, plan.perSecond());
        }
        make(troubles, hub, publishers, began.plus(plan.most()));
        hub.awaitReady();
        publishers.finish();
        awaitWhatWaits(publishers);
        hub.awaitEmptyLog(TO_DRAIN);
        FaultFigures figures =
            figures(
                publishers,
                new Influx(ground.database()),
                hub.books(),
                troubles.brokerKills(),
                began);
        if (disk != null && !figures.isFlawless()) {
          disk.copyTo(folder.resolve("disk-then"));
        }
        return figures;
      }
    }
  }

  /**
   * What a broker still holds comes when the hub's line to it stands again; what it lost never
   * does.
   */
  private void awaitWhatWaits(Publishers publishers) {
    BitSet published = publishers.acknowledged();
    long[] lastHeard = {System.nanoTime()};
    int[] before = {-1};
    Ground.await(
        "the last message",
        () -> {
          BitSet promised = promised(publishers);
          if (promised.cardinality() != before[0]) {
            before[0] = promised.cardinality();
            lastHeard[0] = System.nanoTime();
          }
          return Numbers.missing(published, promised) == 0
              || System.nanoTime() - lastHeard[0] > UNTIL_NOTHING_COMES.toNanos();
        },
        TO_DRAIN);
  }

  private static SmallDisk smallDisk(Path folder) throws IOException {
    return SmallDisk.mount(folder.resolve("disk"), DISK_MB);
  }

  private boolean plans(FaultPlan.Kind kind) {
    return plan.kinds().contains(kind);
  }

  private List<Form> forms() {
    List<Form> forms = new ArrayList<>(Publishers.BESIDE);
    if (plans(FaultPlan.Kind.EMBEDDED)) {
      forms.add(Form.EMBEDDED);
    }
    return forms;
  }

  private void make(Troubles troubles, TroubledHub hub, Publishers publishers, Instant end)
      throws IOException {
    for (int cycle = 0; cycle < plan.cycles() && Instant.now().isBefore(end); cycle++) {
      FaultPlan.Kind kind = plan.kind(cycle);
      trail.began(kind, publishers.published());
      trouble(troubles, hub, kind);
      tell(cycle, publishers);
    }
  }

  private void trouble(Troubles troubles, TroubledHub hub, FaultPlan.Kind kind) throws IOException {
    boolean waits = troubles.make(kind);
    if (waits) {
      long over = System.nanoTime();
      hub.awaitReady();
      trail.recovered(kind, Duration.ofNanos(System.nanoTime() - over));
    }
  }

  private void tell(int cycle, Publishers publishers) {
    if ((cycle + 1) % TELL_EVERY == 0) {
      progress.accept(
          "%,d faults, %,d messages, %,d acknowledged by the hub"
              .formatted(cycle + 1, publishers.published(), promised(publishers).cardinality()));
    }
  }

  private FaultFigures figures(
      Publishers publishers, Influx influx, JsonNode books, int brokerKills, Instant began)
      throws IOException, InterruptedException {
    List<Integer> points = influx.numbers(DATABASE, "salinity", "ec25_us_cm");
    Witnesses witnesses = Witnesses.of(publishers.acknowledged(), promised(publishers), points);
    boolean balanced =
        books.path("balanced").asBoolean() && books.at("/messages/stored").asInt() == points.size();
    return new FaultFigures(
        publishers.published(),
        witnesses.fates(),
        brokerKills,
        books.at("/messages/duplicate").asLong(),
        balanced,
        Duration.between(began, Instant.now()),
        trail.figures(witnesses, publishers.published()));
  }

  /** By what passed the line to the broker, and to the probes of the broker within the hub. */
  private BitSet promised(Publishers publishers) {
    BitSet promised = byHub.copy();
    promised.or(publishers.acknowledgedWithin());
    return promised;
  }
}
