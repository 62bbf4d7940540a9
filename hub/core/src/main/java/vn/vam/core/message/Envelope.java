package vn.vam.core.message;

import java.util.Locale;

/**
 * A message as the log keeps it.
 *
 * @param kept how much of the payload that arrived is still there
 */
public record Envelope(RawMessage message, Kept kept) {
  /** What became of the payload on its way to the log. */
  public enum Kept {
    WHOLE,
    /** Without the fields that hold personal data; what is left can be decoded again. */
    STRIPPED,
    /** Encrypted: whoever has the key can decode it again, until the key is forgotten. */
    SEALED,
    /** The first bytes and a hash: enough to recognise it, not to decode it again. */
    HEAD;

    public boolean isReplayable() {
      return this != HEAD;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How many bytes it was, and nothing else. */
  public static Envelope nothingOf(RawMessage message) {
    return new Envelope(
        message.withPayload(Payload.ofText("{\"bytes\":%d}".formatted(message.payload().size()))),
        Kept.HEAD);
  }
}
