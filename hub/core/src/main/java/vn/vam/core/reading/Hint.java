package vn.vam.core.reading;

import java.time.Instant;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/**
 * What a message tells of the present without being a new sample: never stored, shown where nothing
 * better is known. It raises no alert; a camera that is gone gives no all-clear.
 */
public sealed interface Hint {
  /** A value the broker had kept: the last one known, whenever it was taken. */
  record LastKnown(Reading reading) implements Hint {}

  /**
   * The device, or a gateway in its name, says that it is there or gone. What a device that is gone
   * had measured is stale from then on.
   */
  record Presence(DeviceId device, StationId station, boolean online, Instant at) implements Hint {}
}
