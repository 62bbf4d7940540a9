package vn.vam.core.message;

import java.util.List;

/**
 * Understands the messages of one format. Never throws for bad input: a crooked payload is a {@link
 * Outcome.Rejected}. Safe for several threads.
 */
public interface Decoder {
  Outcome.Decoded decode(RawMessage message);

  /**
   * The message taken apart where it tells of several devices: a message for each, which {@link
   * #decode} understands by itself. The same message comes apart alike each time. At least one; the
   * message itself where it tells of one device, or where nobody can say.
   */
  default List<RawMessage> apart(RawMessage message) {
    return List.of(message);
  }
}
