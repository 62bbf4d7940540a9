package vn.vam.core.log;

import java.util.Optional;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;

/**
 * The rejected entry that another one replaces: a replay is no new receipt.
 *
 * @param batch and {@code index}: where the rejected entry stands
 * @param device under which it was counted
 * @param reason for which it was rejected
 */
public record ReplayOf(long batch, int index, Optional<DeviceId> device, RejectReason reason) {
  public MessageId messageId() {
    return new MessageId(batch, index);
  }
}
