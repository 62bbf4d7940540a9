package vn.vam.core.log;

import java.util.Optional;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;

/**
 * One message with what became of it, and the key under which a redelivered copy is recognised.
 *
 * @param replayOf the rejected entry this one replaces, if it is a replay
 * @param continues whether it arrived in one message with the entry before it, which tells of
 *     another device
 */
public record LogEntry(
    Envelope envelope,
    Outcome outcome,
    IdentityKey key,
    Optional<ReplayOf> replayOf,
    boolean continues) {
  /** One that arrived by itself. */
  public LogEntry(
      Envelope envelope, Outcome outcome, IdentityKey key, Optional<ReplayOf> replayOf) {
    this(envelope, outcome, key, replayOf, false);
  }

  /** One kept whole, on its first receipt. */
  public LogEntry(RawMessage message, Outcome outcome, IdentityKey key) {
    this(new Envelope(message, Envelope.Kept.WHOLE), outcome, key, Optional.empty());
  }

  /** Whether operators may want to find it again: a rejected message, or a replay of one. */
  public boolean isSetAside() {
    return replayOf.isPresent() || outcome instanceof Outcome.Rejected;
  }

  public RawMessage message() {
    return envelope.message();
  }
}
