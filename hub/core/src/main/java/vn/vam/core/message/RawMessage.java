package vn.vam.core.message;

import java.time.Instant;

/**
 * A message as it arrived.
 *
 * @param source the id of the source in the configuration that received it
 * @param connection which of the source's connections; identities without a device time are
 *     compared within one
 * @param topic the topic name it was published on
 * @param retained whether the broker had kept it: then it tells the last known state and is never a
 *     new sample
 * @param arrivedAt when the hub received it, millisecond precision
 */
public record RawMessage(
    String source,
    String connection,
    String topic,
    Payload payload,
    boolean retained,
    Instant arrivedAt) {

  public RawMessage withTopic(String other) {
    return new RawMessage(source, connection, other, payload, retained, arrivedAt);
  }

  public RawMessage withPayload(Payload other) {
    return new RawMessage(source, connection, topic, other, retained, arrivedAt);
  }
}
