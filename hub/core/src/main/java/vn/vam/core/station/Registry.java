package vn.vam.core.station;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every station and device the configuration names; immutable. */
public final class Registry {
  private final Map<StationId, Station> stations = new LinkedHashMap<>();
  private final Map<DeviceId, Device> devices = new LinkedHashMap<>();
  private final Map<String, Device> addressed = new HashMap<>();
  private final Map<StationId, List<Device>> devicesOfStation = new LinkedHashMap<>();
  private final Map<StationId, String> names = new HashMap<>();

  public Registry(List<Station> stations, List<Device> devices) {
    stations.forEach(station -> this.stations.put(station.id(), station));
    for (Device device : devices) {
      if (!this.stations.containsKey(device.station())) {
        throw new IllegalArgumentException(
            "device " + device.id() + ": no station " + device.station());
      }
      this.devices.put(device.id(), device);
      device.traits().addresses().forEach(address -> addressed.put(address, device));
      devicesOfStation.computeIfAbsent(device.station(), id -> new ArrayList<>()).add(device);
    }
  }

  /**
   * The same, which knows by name what is gone.
   *
   * @param former names of stations that are, or were, there
   */
  public Registry remembering(Map<StationId, String> former) {
    Registry same = new Registry(stations(), devices());
    same.names.putAll(former);
    return same;
  }

  /** The name of a station, also of one that is gone; where nobody knew it its id. */
  public String nameOf(StationId station) {
    return station(station)
        .map(Station::name)
        .orElseGet(() -> names.getOrDefault(station, station.value()));
  }

  public Optional<Device> device(String id) {
    return Ids.isId(id) ? Optional.ofNullable(devices.get(new DeviceId(id))) : Optional.empty();
  }

  public Optional<Device> device(DeviceId id) {
    return Optional.ofNullable(devices.get(id));
  }

  /** The device that goes by this name on some network, whatever its id. */
  public Optional<Device> addressed(String address) {
    return Optional.ofNullable(addressed.get(address));
  }

  /** In the order of the configuration. */
  public List<Device> devices() {
    return List.copyOf(devices.values());
  }

  public Optional<Station> station(StationId id) {
    return Optional.ofNullable(stations.get(id));
  }

  /** In the order of the configuration. */
  public List<Station> stations() {
    return List.copyOf(stations.values());
  }

  /** Whether nothing is known of any station. */
  public boolean isEmpty() {
    return stations.isEmpty();
  }

  /** What is observed there: the station's own kind first, then those of its devices. */
  public Set<Kind> kindsAt(Station station) {
    Set<Kind> kinds = new LinkedHashSet<>(List.of(station.kind()));
    devicesOf(station.id()).forEach(device -> kinds.add(device.kind()));
    return kinds;
  }

  public List<Device> devicesOf(StationId station) {
    return List.copyOf(devicesOfStation.getOrDefault(station, List.of()));
  }
}
