package vn.vam.core.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/**
 * The devices of a station: those that observe what the station is there for are waited for. A
 * camera beside a probe does not tell that the probe is there.
 */
record Listed(List<Device> waitedFor, Set<DeviceId> beside) {
  static Listed at(StationId station, Registry registry) {
    List<Device> all = registry.devicesOf(station);
    Predicate<Device> isOfItsKind =
        device -> registry.station(station).filter(at -> at.kind() == device.kind()).isPresent();
    List<Device> waitedFor = all.stream().filter(isOfItsKind).toList();
    return waitedFor.isEmpty()
        ? new Listed(all, Set.of())
        : new Listed(
            waitedFor,
            all.stream()
                .filter(isOfItsKind.negate())
                .map(Device::id)
                .collect(Collectors.toUnmodifiableSet()));
  }
}
