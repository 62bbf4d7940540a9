package vn.vam.runtime.flow;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.books.Books;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.log.ReadingLog.LogFailed;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.DuplicateFilter;
import vn.vam.core.message.Identity;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.MessageSource.Arrival;
import vn.vam.core.message.MessageSource.Receiver;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;

/**
 * Takes messages from all connections, decodes them, forces them to the log in batches, and only
 * then acknowledges. When the disk does not take a batch nothing is acknowledged: the brokers'
 * receive maximum then bounds what is in hand.
 */
public final class Intake implements Receiver {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final int MOST_IN_BATCH = 500;
  private static final int LONGEST_TOPIC = 1_024;
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration PAUSE_WHEN_DISK_FAILS = Duration.ofSeconds(1);

  /** What comes from the connections, in order. */
  private sealed interface Event {
    record Connecting(String connection) implements Event {}

    record Message(Arrival arrival) implements Event {}
  }

  private final Map<String, Decoder> decoders;
  private final ReadingLog readingLog;
  private final Books books;
  private final DuplicateFilter duplicates;
  private final MeterRegistry metrics;
  private final Runnable logGrew;
  private final Signal arrived = new Signal();
  private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
  private final List<Arrival> held = new ArrayList<>();
  private final List<LogEntry> batch = new ArrayList<>();
  private final Loop loop = new Loop("log-writer", arrived, IDLE, this::turn);
  private volatile boolean diskFails;

  /**
   * @param decoders by source id
   * @param logGrew called after each batch that is on disk
   */
  public Intake(
      Map<String, Decoder> decoders,
      ReadingLog readingLog,
      Books books,
      DuplicateFilter duplicates,
      MeterRegistry metrics,
      Runnable logGrew) {
    this.decoders = Map.copyOf(decoders);
    this.readingLog = readingLog;
    this.books = books;
    this.duplicates = duplicates;
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

  private Duration turn() {
    fillBatch();
    if (batch.isEmpty()) {
      return IDLE;
    }
    try {
      LogBatch logged = readingLog.append(batch);
      diskFails = false;
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
        case Event.Connecting connecting -> duplicates.connecting(connecting.connection());
        case Event.Message message -> {
          batch.add(entry(message.arrival().message()));
          held.add(message.arrival());
        }
      }
    }
  }

  /** A mistake of our own must not cost the message: it is kept for a corrected version. */
  private LogEntry entry(RawMessage message) {
    try {
      return entry(message, decode(message));
    } catch (RuntimeException | StackOverflowError mistake) {
      log.error("a decoder failed, source={} topic={}", message.source(), message.topic(), mistake);
      return entry(
          message, rejected(RejectReason.INTERNAL_ERROR, mistake.getClass().getSimpleName()));
    }
  }

  private LogEntry entry(RawMessage message, Outcome.Decoded decoded) {
    Identity identity =
        decoded instanceof Outcome.Accepted accepted ? accepted.identity() : new Identity.None();
    IdentityKey key = IdentityKey.of(message, identity);
    if (duplicates.isCopy(message, key, identity)) {
      return new LogEntry(message, new Outcome.Duplicate(decoded.knownDevice()), key);
    }
    return new LogEntry(message, decoded, key);
  }

  private Outcome.Decoded decode(RawMessage message) {
    if (message.topic().length() > LONGEST_TOPIC) {
      return rejected(
          RejectReason.TOO_LARGE, "a topic has at most " + LONGEST_TOPIC + " characters");
    }
    Decoder decoder = decoders.get(message.source());
    if (decoder == null) {
      return rejected(RejectReason.INTERNAL_ERROR, "no decoder for source " + message.source());
    }
    return Objects.requireNonNull(decoder.decode(message), "a decoder must give an outcome");
  }

  private static Outcome.Rejected rejected(RejectReason reason, String detail) {
    return new Outcome.Rejected(Optional.empty(), reason, Optional.empty(), detail);
  }

  private void confirm(LogBatch logged) {
    List<Arrival> safe = List.copyOf(held);
    held.clear();
    batch.clear();
    books.log(logged);
    safe.forEach(Intake::acknowledge);
    logged.entries().forEach(this::count);
    logGrew.run();
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

  private void count(LogEntry entry) {
    String source = entry.message().source();
    switch (entry.outcome()) {
      case Outcome.Accepted accepted -> count(source, "accepted", "");
      case Outcome.Rejected rejected -> count(source, "rejected", rejected.reason().word());
      case Outcome.Ignored ignored -> count(source, "ignored", ignored.reason());
      case Outcome.Duplicate duplicate -> count(source, "duplicate", "");
    }
  }

  private void count(String source, String outcome, String reason) {
    metrics
        .counter("vam.messages", "source", source, "outcome", outcome, "reason", reason)
        .increment();
  }

  private void tell(LogFailed failure) {
    if (!diskFails) {
      log.error("nothing is acknowledged until the disk takes the log again", failure);
    }
    diskFails = true;
  }
}
