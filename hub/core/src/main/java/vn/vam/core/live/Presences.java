package vn.vam.core.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.reading.Hint;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** Which devices said that they are gone, until they are heard again. */
final class Presences {
  private record Heard(Instant at, boolean there) {}

  private final Map<StationId, Map<DeviceId, Heard>> stations = new HashMap<>();

  void take(Hint.Presence presence) {
    put(presence.station(), presence.device(), new Heard(presence.at(), presence.online()));
  }

  /** A device that measures is there. */
  void heard(StationId station, DeviceId device, Instant at) {
    put(station, device, new Heard(at, true));
  }

  private void put(StationId station, DeviceId device, Heard heard) {
    stations
        .computeIfAbsent(station, id -> new HashMap<>())
        .merge(device, heard, (had, now) -> now.at().isBefore(had.at()) ? had : now);
  }

  /** Whether any device of the station is there; nothing where none ever said. */
  Optional<Boolean> online(StationId station) {
    return Optional.ofNullable(stations.get(station))
        .map(devices -> devices.values().stream().anyMatch(Heard::there));
  }

  /** Whether every device ever heard of there said that it is gone. */
  boolean areGone(StationId station) {
    return !online(station).orElse(true);
  }
}
