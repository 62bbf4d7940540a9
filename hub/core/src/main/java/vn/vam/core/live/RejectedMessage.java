package vn.vam.core.live;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Sender;
import vn.vam.core.station.DeviceId;

/**
 * A message that could not become readings, as operators see it; the message itself is in the log.
 *
 * @param id under which the log finds it
 * @param time of arrival
 * @param device the known device it came from, where that much could be told
 * @param kept how much of it the log has
 */
public record RejectedMessage(
    MessageId id,
    Instant time,
    String source,
    String topic,
    Optional<DeviceId> device,
    Envelope.Kept kept,
    RejectReason reason,
    Optional<String> field,
    String detail) {

  static RejectedMessage of(MessageId id, LogEntry entry, Outcome.Rejected rejected) {
    return new RejectedMessage(
        id,
        entry.message().arrivedAt(),
        entry.message().source(),
        entry.message().topic(),
        rejected.device(),
        entry.envelope().kept(),
        rejected.reason(),
        rejected.field(),
        rejected.detail());
  }

  public Sender sender() {
    return new Sender(source, device);
  }

  /** Whether it came from this device: a known one, or one that the topic names. */
  public boolean isOf(String name) {
    return device.map(DeviceId::value).map(name::equals).orElse(false)
        || Arrays.asList(topic.split("/", -1)).contains(name);
  }
}
