package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Kind;

/**
 * The cameras of a station, each of which may be gone or silent and see nothing of what is there.
 */
final class Eyes {
  private final List<RuleWatch> watches = new ArrayList<>();
  private final Map<DeviceId, Eye> cameras = new LinkedHashMap<>();

  Eyes(List<Device> devices) {
    expect(devices);
  }

  /** The devices of the station from now on: others are forgotten. */
  void expect(List<Device> devices) {
    cameras.keySet().retainAll(devices.stream().map(Device::id).collect(Collectors.toSet()));
    devices.stream()
        .filter(device -> device.kind() == Kind.CAMERA)
        .forEach(camera -> of(camera.id()).expect(camera.traits().reportsEvery()));
  }

  List<RuleWatch> watches() {
    return watches;
  }

  /** One that nobody listed is known by its own word. */
  Eye of(DeviceId camera) {
    return cameras.computeIfAbsent(camera, id -> new Eye());
  }

  boolean areConcernedBy(Reading reading) {
    Eye camera = cameras.get(reading.device());
    return camera != null && camera.isConcernedBy(reading);
  }

  /** Whether all can see. */
  boolean areOpen(Instant at, Duration settling) {
    for (Eye camera : cameras.values()) {
      if (!camera.isOpen(at, settling)) {
        return false;
      }
    }
    return true;
  }

  /** When this may change without a word; {@link Instant#MAX} for never. */
  Instant changesAfter(Instant at, Duration settling) {
    Instant next = Instant.MAX;
    for (Eye camera : cameras.values()) {
      next = Gauge.earlier(next, camera.changesAfter(at, settling));
    }
    return next;
  }
}
