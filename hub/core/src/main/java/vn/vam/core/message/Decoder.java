package vn.vam.core.message;

/**
 * Understands the messages of one format. Never throws for bad input: a crooked payload is a {@link
 * Outcome.Rejected}. Safe for several threads.
 */
public interface Decoder {
  Outcome.Decoded decode(RawMessage message);
}
