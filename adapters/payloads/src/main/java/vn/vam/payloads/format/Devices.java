package vn.vam.payloads.format;

import java.util.Locale;
import java.util.Optional;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/** Whom a message may come from. */
@FunctionalInterface
public interface Devices {

  /**
   * @param kind absent where nobody told us
   */
  record Known(DeviceId id, StationId station, Optional<Kind> kind) {}

  Optional<Known> find(String id);

  static Devices of(Registry registry) {
    return id ->
        registry
            .device(id)
            .map(device -> new Known(device.id(), device.station(), Optional.of(device.kind())));
  }

  /** For a look at a message without a configuration: the station is named as the device. */
  static Devices everyone() {
    return id ->
        Ids.isId(id)
            ? Optional.of(new Known(new DeviceId(id), new StationId(id), Optional.empty()))
            : Optional.empty();
  }

  /** Hardware ids are hexadecimal; makers print them in either case, ids of ours in lower case. */
  default Optional<Known> findHardware(String eui) {
    return find(eui.toLowerCase(Locale.ROOT));
  }
}
