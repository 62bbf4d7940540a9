package vn.vam.runtime.flow;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.books.Books;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.log.ReadingLog.LogFailed;
import vn.vam.core.log.ReplayOf;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.MessageSource.Arrival;
import vn.vam.core.message.MessageSource.Receiver;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;

/**
 * Takes messages from all connections, decodes them, forces them to the log in batches, and only
 * then acknowledges. When the disk does not take a batch nothing is acknowledged: the brokers'
 * receive maximum then bounds what is in hand.
 */
public final class Intake implements Receiver {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final int MOST_IN_BATCH = 500;
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration PAUSE_WHEN_DISK_FAILS = Duration.ofSeconds(1);

  /** What comes from the connections, in order. */
  private sealed interface Event {
    record Connecting(String connection) implements Event {}

    record Message(Arrival arrival) implements Event {}

    record Replay(
        RawMessage message,
        Envelope.Kept kept,
        ReplayOf rejected,
        CompletableFuture<Replays.Logged> logged)
        implements Event {}
  }

  private final Ingest ingest;
  private final ReadingLog readingLog;
  private final Books books;
  private final MeterRegistry metrics;
  private final Runnable logGrew;
  private final Signal arrived = new Signal();
  private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
  private final List<Arrival> held = new ArrayList<>();
  private final List<LogEntry> batch = new ArrayList<>();
  private final Map<Integer, Event.Replay> replays = new HashMap<>();
  private final Loop loop = new Loop("log-writer", arrived, IDLE, this::turn);
  private volatile boolean diskFails;

  /**
   * @param logGrew called after each batch that is on disk
   */
  public Intake(
      Ingest ingest, ReadingLog readingLog, Books books, MeterRegistry metrics, Runnable logGrew) {
    this.ingest = ingest;
    this.readingLog = readingLog;
    this.books = books;
    this.metrics = metrics;
    this.logGrew = logGrew;
  }

  void start() {
    loop.start();
  }

  /** Finishes what is in hand. */
  void stop() {
    loop.close();
    while (!events.isEmpty() && !diskFails) {
      turn();
    }
  }

  /** Whether the log takes batches. */
  public boolean isWriting() {
    return !diskFails;
  }

  @Override
  public void connecting(String connection) {
    events.add(new Event.Connecting(connection));
  }

  @Override
  public void arrived(Arrival arrival) {
    books.receive(arrival.message().source());
    events.add(new Event.Message(arrival));
    arrived.raise();
  }

  /**
   * Decodes a rejected message again and logs what becomes of it. The future completes once that is
   * on disk, however long the disk takes.
   *
   * @param message as much of it as was kept
   */
  CompletableFuture<Replays.Logged> replay(
      RawMessage message, Envelope.Kept kept, ReplayOf rejected) {
    CompletableFuture<Replays.Logged> logged = new CompletableFuture<>();
    events.add(new Event.Replay(message, kept, rejected, logged));
    arrived.raise();
    return logged;
  }

  private Duration turn() {
    fillBatch();
    if (batch.isEmpty()) {
      return IDLE;
    }
    try {
      LogBatch logged = readingLog.append(batch);
      tellRecovered();
      confirm(logged);
      return Duration.ZERO;
    } catch (LogFailed failure) {
      tell(failure);
      return PAUSE_WHEN_DISK_FAILS;
    }
  }

  private void fillBatch() {
    while (batch.size() < MOST_IN_BATCH) {
      Event event = events.poll();
      switch (event) {
        case null -> {
          return;
        }
        case Event.Connecting connecting -> ingest.connecting(connecting.connection());
        case Event.Message message -> {
          take(ingest.entries(message.arrival().message()));
          held.add(message.arrival());
        }
        case Event.Replay replay -> {
          replays.put(batch.size(), replay);
          take(ingest.replay(replay.message(), replay.kept(), replay.rejected()));
        }
      }
    }
  }

  /** All parts of a message go to disk together; each counts as a message. */
  private void take(List<LogEntry> entries) {
    for (int further = 1; further < entries.size(); further++) {
      books.receive(entries.get(further).message().source());
    }
    batch.addAll(entries);
  }

  private void confirm(LogBatch logged) {
    List<Arrival> safe = List.copyOf(held);
    Map<Integer, Event.Replay> replayed = Map.copyOf(replays);
    held.clear();
    batch.clear();
    replays.clear();
    books.log(logged);
    metrics.counter("vam.log.batches").increment();
    safe.forEach(Intake::acknowledge);
    ingest.acknowledged();
    logged.entries().forEach(this::count);
    logGrew.run();
    replayed.forEach((index, replay) -> tell(logged, index, replay));
  }

  /** One that fails is delivered again, and is a duplicate then. */
  private static void acknowledge(Arrival arrival) {
    try {
      arrival.acknowledgement().acknowledge();
    } catch (RuntimeException failure) {
      log.warn(
          "a message could not be acknowledged, connection={}",
          arrival.message().connection(),
          failure);
    }
  }

  private static void tell(LogBatch batch, int index, Event.Replay replay) {
    replay
        .logged()
        .complete(
            new Replays.Logged(
                replay.rejected().messageId(),
                batch.messageId(index),
                batch.entries().get(index).outcome()));
  }

  private void count(LogEntry entry) {
    String name = entry.replayOf().isPresent() ? "vam.replays" : "vam.messages";
    String source = entry.message().source();
    String outcome = entry.outcome().word();
    String reason = reason(entry.outcome());
    metrics.counter(name, "source", source, "outcome", outcome, "reason", reason).increment();
  }

  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> "";
      case Outcome.Rejected rejected -> rejected.reason().word();
      case Outcome.Ignored ignored -> ignored.reason();
      case Outcome.Duplicate duplicate -> "";
    };
  }

  private void tellRecovered() {
    if (diskFails) {
      log.info("the disk takes the log again, messages={}", held.size());
    }
    diskFails = false;
  }

  private void tell(LogFailed failure) {
    if (!diskFails) {
      log.error("nothing is acknowledged until the disk takes the log again", failure);
    }
    diskFails = true;
  }
}
