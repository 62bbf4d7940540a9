package vn.vam.runtime.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.ingest.RejectedAllowance;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.ReplayOf;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.DuplicateFilter;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.Identity;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Redactor;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Stage;
import vn.vam.core.station.DeviceId;

/**
 * What becomes of a message before it is logged: decoded, recognised as a copy, completed and
 * judged in stages, and stripped of what must not be written down. Used by one thread.
 */
public final class Ingest {
  private static final Logger log = LoggerFactory.getLogger(Ingest.class);
  private static final int LONGEST_TOPIC = 1_024;

  /** How the messages of a source are understood, and what of them may be kept. */
  public record Source(Decoder decoder, Redactor redactor) {}

  /**
   * How a message, or a part of one, comes here.
   *
   * @param replayOf the rejected message whose place it takes
   * @param ofReplay whether it comes from the log, as all parts of a replayed message
   * @param continues whether it is a further part
   */
  private record Receipt(Optional<ReplayOf> replayOf, boolean ofReplay, boolean continues) {
    Receipt further() {
      return new Receipt(Optional.empty(), ofReplay, true);
    }
  }

  private final Map<String, Source> sources;
  private final DuplicateFilter duplicates;
  private final List<Stage> stages;
  private final RejectedAllowance allowance;
  private boolean recallsReplay;

  /**
   * @param sources by id
   * @param stages in the order in which an accepted message passes them
   */
  public Ingest(Map<String, Source> sources, DuplicateFilter duplicates, List<Stage> stages) {
    this(sources, duplicates, stages, new RejectedAllowance());
  }

  Ingest(
      Map<String, Source> sources,
      DuplicateFilter duplicates,
      List<Stage> stages,
      RejectedAllowance allowance) {
    this.sources = Map.copyOf(sources);
    this.duplicates = duplicates;
    this.stages = List.copyOf(stages);
    this.allowance = allowance;
  }

  /** From now on, messages of this connection may be copies of its last ones. */
  void connecting(String connection) {
    duplicates.connecting(connection);
  }

  /** All messages so far are on disk, and acknowledged just now. */
  void acknowledged() {
    duplicates.acknowledged();
    stages.forEach(Stage::logged);
  }

  /** The first receipt of a message: an entry for each device it tells of. At least one. */
  List<LogEntry> entries(RawMessage message) {
    return entries(message, Optional.empty());
  }

  /**
   * A rejected message once more, as it had arrived; never taken for a copy of itself. Where it
   * tells of several devices by now, the first takes its place, and the others are receipts of
   * their own.
   *
   * @param message as much of it as was kept
   */
  List<LogEntry> replay(RawMessage message, Envelope.Kept kept, ReplayOf rejected) {
    return entries(message, Optional.of(rejected)).stream()
        .map(entry -> kept == Envelope.Kept.STRIPPED ? stripped(entry) : entry)
        .toList();
  }

  private static LogEntry stripped(LogEntry entry) {
    return entry.envelope().kept() == Envelope.Kept.WHOLE
        ? new LogEntry(
            new Envelope(entry.message(), Envelope.Kept.STRIPPED),
            entry.outcome(),
            entry.key(),
            entry.replayOf(),
            entry.continues())
        : entry;
  }

  private List<LogEntry> entries(RawMessage message, Optional<ReplayOf> replayOf) {
    if (replayOf.isEmpty()) {
      duplicates.begin(message.connection());
    }
    List<RawMessage> parts = apart(message);
    Receipt first = new Receipt(replayOf, replayOf.isPresent(), false);
    if (parts.size() == 1) {
      return List.of(entry(parts.getFirst(), first));
    }
    List<LogEntry> entries = new ArrayList<>(parts.size());
    for (RawMessage part : parts) {
      entries.add(entry(part, entries.isEmpty() ? first : first.further()));
    }
    return entries;
  }

  /** What cannot be taken apart is decoded as a whole, and says so itself. */
  private List<RawMessage> apart(RawMessage message) {
    Source source = sources.get(message.source());
    try {
      return source == null || isTopicTooLong(message)
          ? List.of(message)
          : source.decoder().apart(message);
    } catch (RuntimeException | StackOverflowError mistake) {
      log.error(
          "a message could not be taken apart, source={} topic={}",
          message.source(),
          shown(message),
          Unquoted.of(mistake));
      return List.of(message);
    }
  }

  /** A mistake of our own must not cost the message: it is kept for a corrected version. */
  private LogEntry entry(RawMessage message, Receipt receipt) {
    try {
      return entry(message, decode(message), receipt);
    } catch (RuntimeException | StackOverflowError mistake) {
      log.error(
          "a decoder failed, source={} topic={}",
          message.source(),
          shown(message),
          Unquoted.of(mistake));
      return entry(
          message,
          rejected(RejectReason.INTERNAL_ERROR, mistake.getClass().getSimpleName()),
          receipt);
    }
  }

  private LogEntry entry(RawMessage message, Outcome.Decoded decoded, Receipt receipt) {
    Identity identity = identity(decoded);
    Envelope envelope = redacted(message, decoded);
    IdentityKey key = IdentityKey.of(envelope.message(), identity);
    Outcome outcome =
        isCopy(message, key, identity, receipt)
            ? new Outcome.Duplicate(decoded.knownDevice())
            : staged(message, decoded);
    return outcome instanceof Outcome.Rejected rejected
            && !receipt.ofReplay()
            && rejected.reason() != RejectReason.INTERNAL_ERROR
            && !allowance.keeps(envelope.message(), rejected)
        ? new LogEntry(
            Envelope.nothingOf(message),
            counted(rejected),
            key,
            receipt.replayOf(),
            receipt.continues())
        : new LogEntry(envelope, outcome, key, receipt.replayOf(), receipt.continues());
  }

  /** In a flood of what nobody can use, each counts and none costs more than a line. */
  private static Outcome.Rejected counted(Outcome.Rejected rejected) {
    return new Outcome.Rejected(
        rejected.device(),
        rejected.reason(),
        rejected.field(),
        rejected.detail() + "; its size alone is kept, too much was rejected within a minute");
  }

  /**
   * Copies are told by what is kept: a hash of what is left out would give it away to whoever tries
   * all plates there are. Where leaving out fails, nothing is kept.
   */
  private Envelope redacted(RawMessage message, Outcome decoded) {
    try {
      return redactor(message.source()).redact(message, decoded);
    } catch (RuntimeException | StackOverflowError mistake) {
      log.error(
          "a message could not be stripped, source={} topic={}",
          message.source(),
          shown(message),
          Unquoted.of(mistake));
      return Envelope.nothingOf(message);
    }
  }

  private boolean isCopy(RawMessage message, IdentityKey key, Identity identity, Receipt receipt) {
    if (receipt.replayOf().isPresent()) {
      recall(message, key, identity, true);
      return false;
    }
    return isComparable(identity, receipt.ofReplay()) && duplicates.isCopy(message, key, identity);
  }

  private void recall(RawMessage message, IdentityKey key, Identity identity, boolean ofReplay) {
    if (isComparable(identity, ofReplay)) {
      duplicates.recall(message, key, identity);
    }
  }

  /** A replayed message without id or time is none of the last ones of its connection. */
  private static boolean isComparable(Identity identity, boolean ofReplay) {
    return !ofReplay || !(identity instanceof Identity.None);
  }

  /**
   * The known devices a message tells of, by the configuration of today. Changes nothing; safe for
   * several threads.
   */
  public List<DeviceId> devices(RawMessage message) {
    return apart(message).stream().flatMap(part -> decode(part).knownDevice().stream()).toList();
  }

  private Outcome.Decoded decode(RawMessage message) {
    if (isTopicTooLong(message)) {
      return rejected(
          RejectReason.TOO_LARGE, "a topic has at most " + LONGEST_TOPIC + " characters");
    }
    Source source = sources.get(message.source());
    if (source == null) {
      return rejected(RejectReason.INTERNAL_ERROR, "no decoder for source " + message.source());
    }
    return Objects.requireNonNull(source.decoder().decode(message), "a decoder gives an outcome");
  }

  private static boolean isTopicTooLong(RawMessage message) {
    return message.topic().length() > LONGEST_TOPIC;
  }

  private Redactor redactor(String source) {
    Source known = sources.get(source);
    return known == null ? Redactor.NOTHING : known.redactor();
  }

  private Outcome.Decoded staged(RawMessage message, Outcome.Decoded decoded) {
    Outcome.Decoded outcome = decoded;
    for (Stage stage : stages) {
      if (!(outcome instanceof Outcome.Accepted accepted)) {
        return outcome;
      }
      outcome = stage.apply(message, accepted);
    }
    return outcome;
  }

  /** Learns from what an earlier run had logged. */
  void recall(LogEntry entry) {
    if (!entry.continues()) {
      recallsReplay = entry.replayOf().isPresent();
    }
    if (!entry.continues() && !recallsReplay) {
      duplicates.begin(entry.message().connection());
    }
    switch (entry.outcome()) {
      case Outcome.Accepted accepted -> {
        recall(entry, accepted.identity());
        stages.forEach(stage -> stage.recall(entry.message(), accepted));
      }
      case Outcome.Rejected other -> recall(entry, new Identity.None());
      case Outcome.Ignored other -> recall(entry, new Identity.None());
      case Outcome.Duplicate copy -> duplicates.recallCopy(entry.message(), entry.key());
    }
  }

  private void recall(LogEntry entry, Identity identity) {
    recall(entry.message(), entry.key(), identity, recallsReplay);
  }

  private static Identity identity(Outcome.Decoded decoded) {
    return decoded instanceof Outcome.Accepted accepted ? accepted.identity() : new Identity.None();
  }

  /** The topic as anybody may read it: a telephone number, or a number plate, has digits. */
  private static String shown(RawMessage message) {
    return message.topic().replaceAll("\\p{N}", "#");
  }

  private static Outcome.Rejected rejected(RejectReason reason, String detail) {
    return new Outcome.Rejected(Optional.empty(), reason, Optional.empty(), detail);
  }
}
