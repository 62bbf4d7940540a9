package vn.vam.sim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A steady stream of messages while the database is away for long, and until all are stored. */
public final class SoakBench {
  private static final Duration BEFORE = Duration.ofSeconds(10);
  private static final Duration TELL_EVERY = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  /** So many parts of a second's messages may wait without being a backlog. */
  private static final int ON_ITS_WAY = 2;

  private final SoakPlan plan;
  private final Consumer<String> progress;

  /**
   * @param progress takes a line at a time
   */
  public SoakBench(SoakPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * @throws IOException when a server does not start; when the hub has not caught up in time, an
   *     {@link IllegalStateException} says so
   */
  public SoakFigures run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("vam-soak");
    SoakFigures figures = run(folder);
    if (figures.isFlawless()) {
      Folders.delete(folder);
    } else {
      progress.accept("what was left behind is in " + folder);
    }
    return figures;
  }

  private SoakFigures run(Path folder) throws IOException, InterruptedException {
    try (Ground ground = Ground.in(folder);
        TroubledHub hub =
            new TroubledHub(plan.launcher(), plan.hubOptions(), folder, file(ground, folder))) {
      hub.awaitReady();
      try (NumberedMessages messages = new NumberedMessages(ground.broker(), plan.perSecond())) {
        pass(BEFORE, hub);
        ground.stopDatabase();
        progress.accept("the database is away");
        pass(plan.away(), hub);
        long waited = hub.queued();
        ground.startDatabase();
        Duration catchUp = caughtUp(hub);
        messages.finish();
        hub.awaitEmptyLog(plan.most());
        return figures(messages, hub, new Influx(ground.database()), waited, catchUp);
      }
    }
  }

  private static HubFile file(Ground ground, Path folder) {
    return new HubFile(
        ground.mqtt,
        Ground.freePort(),
        ground.influx,
        folder.resolve("state"),
        List.of(Form.NATIVE));
  }

  private void pass(Duration time, TroubledHub hub) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(Math.min(TELL_EVERY.toNanos(), end - System.nanoTime()));
      progress.accept("%,d messages wait".formatted(hub.queued()));
    }
  }

  private Duration caughtUp(TroubledHub hub) {
    long back = System.nanoTime();
    long told = back;
    while (hub.queued() > plan.perSecond() / ON_ITS_WAY) {
      long now = System.nanoTime();
      if (now - back > plan.most().toNanos()) {
        throw new IllegalStateException("the hub has not caught up in " + plan.most());
      }
      if (now - told > TELL_EVERY.toNanos()) {
        progress.accept("%,d messages wait".formatted(hub.queued()));
        told = now;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - back);
  }

  private SoakFigures figures(
      NumberedMessages messages, TroubledHub hub, Influx influx, long waited, Duration catchUp)
      throws IOException, InterruptedException {
    JsonNode books = hub.books();
    long stored = influx.count("vam", "salinity", "ec25_us_cm");
    boolean balanced =
        books.path("balanced").asBoolean() && books.at("/messages/stored").asLong() == stored;
    return new SoakFigures(
        plan.perSecond(),
        messages.acknowledged().size(),
        stored,
        waited,
        plan.away(),
        catchUp,
        balanced,
        hub.peakMemory());
  }
}
