package vn.vam.payloads.sparkplug;

import java.time.Instant;
import vn.vam.core.message.RawMessage;

/** A message of a node, and what was read in it. */
record Heard(RawMessage message, SparkplugTopic topic, SparkplugPayload payload) {
  private static final int MOST_SEQ = 255;

  Instant at() {
    return message.arrivedAt();
  }

  /** The device's name, empty for the node itself. */
  String device() {
    return topic.device().orElse("");
  }

  boolean hasSeq() {
    long seq = payload.seq().orElse(-1);
    return seq >= 0 && seq <= MOST_SEQ;
  }

  /**
   * @throws java.util.NoSuchElementException where it has none
   */
  int seq() {
    return (int) payload.seq().getAsLong();
  }

  /** Whether it was sent before the other, as far as the node says. */
  boolean isOlderThan(Heard other) {
    return payload.timestamp().isPresent()
        && other.payload.timestamp().isPresent()
        && payload.timestamp().getAsLong() < other.payload.timestamp().getAsLong();
  }
}
