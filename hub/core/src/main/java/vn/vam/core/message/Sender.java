package vn.vam.core.message;

import java.util.Optional;
import vn.vam.core.station.DeviceId;

/**
 * Who answers for a message: a device, or all that nobody knows of a source together, since anyone
 * can take ever new names.
 */
public record Sender(String source, Optional<DeviceId> device) {
  public static Sender of(RawMessage message, Outcome outcome) {
    return new Sender(message.source(), outcome.knownDevice());
  }
}
