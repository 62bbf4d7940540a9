package vn.vam.runtime.flow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/**
 * What becomes of a message before it is logged: decoded, recognised as a copy, completed and
 * judged in stages, and stripped of what must not be written down. Used by one thread.
 */
public final class Ingest {
  private static final Logger log = LoggerFactory.getLogger(Ingest.class);
  private static final int LONGEST_TOPIC = 1_024;

  /** How the messages of a source are understood, and what of them may be kept. */
  public record Source(Decoder decoder, Redactor redactor) {}

  private final Map<String, Source> sources;
  private final DuplicateFilter duplicates;
  private final List<Stage> stages;

  /**
   * @param sources by id
   * @param stages in the order in which an accepted message passes them
   */
  public Ingest(Map<String, Source> sources, DuplicateFilter duplicates, List<Stage> stages) {
    this.sources = Map.copyOf(sources);
    this.duplicates = duplicates;
    this.stages = List.copyOf(stages);
  }

  /** From now on, messages of this connection may be copies of its last ones. */
  void connecting(String connection) {
    duplicates.connecting(connection);
  }

  /** The first receipt of a message. */
  LogEntry entry(RawMessage message) {
    return entry(message, Optional.empty());
  }

  /**
   * A rejected message once more, as it had arrived; never taken for a copy of itself.
   *
   * @param message as much of it as was kept
   */
  LogEntry replay(RawMessage message, Envelope.Kept kept, ReplayOf rejected) {
    LogEntry entry = entry(message, Optional.of(rejected));
    return kept == Envelope.Kept.STRIPPED && entry.envelope().kept() == Envelope.Kept.WHOLE
        ? new LogEntry(
            new Envelope(entry.message(), kept), entry.outcome(), entry.key(), entry.replayOf())
        : entry;
  }

  /** A mistake of our own must not cost the message: it is kept for a corrected version. */
  private LogEntry entry(RawMessage message, Optional<ReplayOf> replayOf) {
    try {
      return entry(message, decode(message), replayOf);
    } catch (RuntimeException | StackOverflowError mistake) {
      log.error(
          "a decoder failed, source={} topic={}",
          message.source(),
          message.topic(),
          Unquoted.of(mistake));
      return entry(
          message,
          rejected(RejectReason.INTERNAL_ERROR, mistake.getClass().getSimpleName()),
          replayOf);
    }
  }

  private LogEntry entry(RawMessage message, Outcome.Decoded decoded, Optional<ReplayOf> replayOf) {
    Identity identity = identity(decoded);
    Envelope envelope = redacted(message, decoded);
    IdentityKey key = IdentityKey.of(envelope.message(), identity);
    Outcome outcome =
        isCopy(message, key, identity, replayOf.isPresent())
            ? new Outcome.Duplicate(decoded.knownDevice())
            : staged(message, decoded);
    return new LogEntry(envelope, outcome, key, replayOf);
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
          message.topic(),
          Unquoted.of(mistake));
      return Envelope.nothingOf(message);
    }
  }

  private boolean isCopy(RawMessage message, IdentityKey key, Identity identity, boolean isReplay) {
    if (isReplay) {
      recall(message, key, identity, true);
      return false;
    }
    return duplicates.isCopy(message, key, identity);
  }

  /** A replayed message without id or time is none of the last ones of its connection. */
  private void recall(RawMessage message, IdentityKey key, Identity identity, boolean isReplay) {
    if (!isReplay || !(identity instanceof Identity.None)) {
      duplicates.recall(message, key, identity);
    }
  }

  private Outcome.Decoded decode(RawMessage message) {
    if (message.topic().length() > LONGEST_TOPIC) {
      return rejected(
          RejectReason.TOO_LARGE, "a topic has at most " + LONGEST_TOPIC + " characters");
    }
    Source source = sources.get(message.source());
    if (source == null) {
      return rejected(RejectReason.INTERNAL_ERROR, "no decoder for source " + message.source());
    }
    return Objects.requireNonNull(source.decoder().decode(message), "a decoder gives an outcome");
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
    switch (entry.outcome()) {
      case Outcome.Accepted accepted -> {
        recall(entry, accepted.identity());
        stages.forEach(stage -> stage.recall(entry.message(), accepted));
      }
      case Outcome.Rejected other -> recall(entry, new Identity.None());
      case Outcome.Ignored other -> recall(entry, new Identity.None());
      case Outcome.Duplicate copy -> {
        // The message it copies is recalled itself.
      }
    }
  }

  private void recall(LogEntry entry, Identity identity) {
    recall(entry.message(), entry.key(), identity, entry.replayOf().isPresent());
  }

  private static Identity identity(Outcome.Decoded decoded) {
    return decoded instanceof Outcome.Accepted accepted ? accepted.identity() : new Identity.None();
  }

  private static Outcome.Rejected rejected(RejectReason reason, String detail) {
    return new Outcome.Rejected(Optional.empty(), reason, Optional.empty(), detail);
  }
}
