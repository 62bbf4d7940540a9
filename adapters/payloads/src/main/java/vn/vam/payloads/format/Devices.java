package vn.vam.payloads.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.DeviceTraits;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/** Whom a message may come from. */
public interface Devices {

  /**
   * @param kind absent where nobody told us
   */
  record Known(DeviceId id, StationId station, Optional<Kind> kind, DeviceTraits traits) {
    static Known of(Device device) {
      return new Known(device.id(), device.station(), Optional.of(device.kind()), device.traits());
    }
  }

  /** By its id, letter for letter. */
  Optional<Known> find(String id);

  /** By a name that others gave it. */
  Optional<Known> findAddressed(String address);

  /**
   * @param registry asked anew for each message, so that a changed configuration counts at once
   */
  static Devices of(Supplier<Registry> registry) {
    return new Devices() {
      @Override
      public Optional<Known> find(String id) {
        return registry.get().device(id).map(Known::of);
      }

      @Override
      public Optional<Known> findAddressed(String address) {
        return registry.get().addressed(address).map(Known::of);
      }

      @Override
      public List<Known> addressedBelow(String prefix) {
        return registry.get().devices().stream()
            .filter(
                device ->
                    device.traits().addresses().stream().anyMatch(it -> it.startsWith(prefix)))
            .map(Known::of)
            .toList();
      }
    };
  }

  /** For a look at a message without a configuration: the station is named as the device. */
  static Devices everyone() {
    return new Devices() {
      @Override
      public Optional<Known> find(String id) {
        return Ids.isId(id)
            ? Optional.of(
                new Known(new DeviceId(id), new StationId(id), Optional.empty(), DeviceTraits.NONE))
            : Optional.empty();
      }

      @Override
      public Optional<Known> findAddressed(String address) {
        return Ids.closest(address).flatMap(this::find);
      }
    };
  }

  /** All whose address begins so: those behind one gateway. */
  default List<Known> addressedBelow(String prefix) {
    return List.of();
  }

  /** Hardware ids are hexadecimal; makers print them in either case, ids of ours in lower case. */
  default Optional<Known> findHardware(String eui) {
    return find(eui.toLowerCase(Locale.ROOT));
  }

  /** By its EUI, as its id or as an address of it, in either case. */
  default Optional<Known> findByEui(String eui) {
    return findHardware(eui)
        .or(() -> findAddressed(eui))
        .or(() -> findAddressed(eui.toLowerCase(Locale.ROOT)))
        .or(() -> findAddressed(eui.toUpperCase(Locale.ROOT)));
  }

  /** By one of the names others gave it, by its id, or by its id in other letters. */
  default Optional<Known> findForeign(String name) {
    return find(name).or(() -> findHardware(name)).or(() -> findAddressed(name));
  }
}
