package vn.vam.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * How fast a backlog of messages comes from a broker into a database, and at what cost. Each
 * candidate meets a fresh broker and a fresh database; nothing else is started meanwhile.
 */
public final class IngestBench {
  private static final Duration LOOK = Duration.ofMillis(200);

  /** Nothing more comes after so long. */
  private static final Duration SETTLED = Duration.ofSeconds(15);

  /** Nothing comes at all after so long. */
  private static final Duration BROKEN = Duration.ofMinutes(1);

  private final IngestPlan plan;
  private final Consumer<String> progress;

  /**
   * @param progress takes a line at a time
   */
  public IngestBench(IngestPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  public List<Figures> run() throws IOException, InterruptedException, MqttException {
    Path folder = Files.createTempDirectory("vam-bench");
    try {
      List<Figures> all = new ArrayList<>();
      for (Candidate candidate : candidates()) {
        all.add(measure(candidate, folder.resolve("run-" + all.size())));
      }
      return all;
    } finally {
      Folders.delete(folder);
    }
  }

  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new HubCandidate(plan));
    for (IngestPlan.Peer peer : plan.peers()) {
      switch (peer) {
        case CAMEL -> candidates.add(new CamelCandidate(false));
        case CAMEL_BATCH -> candidates.add(new CamelCandidate(true));
        case TELEGRAF -> {
          if (Child.isOnPath(TelegrafCandidate.PROGRAM)) {
            candidates.add(new TelegrafCandidate());
          } else {
            progress.accept("telegraf is not on the PATH: not compared");
          }
        }
      }
    }
    return candidates;
  }

  private Figures measure(Candidate candidate, Path folder)
      throws IOException, InterruptedException, MqttException {
    try (Ground ground = Ground.in(folder)) {
      Influx influx = new Influx(ground.database());
      influx.create(candidate.target().database());
      queue(candidate, ground);
      progress.accept(candidate.name() + ": starting");
      Instant started = Instant.now();
      try (Child child = candidate.start(ground)) {
        return watch(candidate, child, ground, influx, started);
      }
    }
  }

  private void queue(Candidate candidate, Ground ground)
      throws MqttException, InterruptedException {
    Backlog backlog = new Backlog(ground.broker());
    for (Map.Entry<String, List<String>> session : candidate.sessions().entrySet()) {
      backlog.subscribe(session.getKey(), session.getValue());
    }
    backlog.publish(
        plan.messages(),
        plan.devices(),
        Instant.now().minus(Duration.ofHours(2)),
        done -> progress.accept("%s: %,d queued".formatted(candidate.name(), done)));
  }

  private Figures watch(
      Candidate candidate, Child child, Ground ground, Influx influx, Instant started)
      throws IOException, InterruptedException {
    Candidate.Target target = candidate.target();
    long stored = 0;
    Instant first = started;
    Instant last = started;
    Instant end = started.plus(plan.most());
    while (stored < plan.messages() && Instant.now().isBefore(end) && !isSettled(stored, last)) {
      LockSupport.parkNanos(LOOK.toNanos());
      if (!child.isAlive()) {
        throw new IOException(candidate.name() + " has ended by itself, see " + tail(child));
      }
      long now = influx.count(target.database(), target.measurement(), target.field());
      if (now > stored) {
        first = stored == 0 ? Instant.now().minus(LOOK) : first;
        last = Instant.now();
        stored = now;
        progress.accept("%s: %,d stored".formatted(candidate.name(), stored));
      }
    }
    GcLog.Collected collected = candidate.collected(ground);
    return new Figures(
        candidate.name(),
        plan.messages(),
        stored,
        plan.messages() - stored,
        Duration.between(started, last),
        Duration.between(first, last),
        child.cpu(),
        child.peakMemory(),
        collected.heap(),
        collected.paused(),
        candidate.forced());
  }

  private static boolean isSettled(long stored, Instant last) {
    return last.plus(stored > 0 ? SETTLED : BROKEN).isBefore(Instant.now());
  }

  private static String tail(Child child) throws IOException {
    List<String> lines = Files.readAllLines(child.log());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
  }
}
