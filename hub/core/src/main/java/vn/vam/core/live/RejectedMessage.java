package vn.vam.core.live;

import java.time.Instant;
import java.util.Optional;
import vn.vam.core.message.RejectReason;

/**
 * A message that could not become readings, as operators see it; the message itself is in the log.
 *
 * @param id under which the log finds it
 * @param time of arrival
 */
public record RejectedMessage(
    String id,
    Instant time,
    String source,
    String topic,
    RejectReason reason,
    Optional<String> field,
    String detail) {}
