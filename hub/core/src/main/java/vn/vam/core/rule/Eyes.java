package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Kind;

/**
 * Whether the cameras of a station were heard as often as they should: one that tells its interval
 * and leaves out three of them may see nothing of what is there.
 */
final class Eyes {
  private static final int INTERVALS = 3;

  private final List<RuleWatch> watches = new ArrayList<>();
  private final Map<DeviceId, Duration> allowed = new LinkedHashMap<>();
  private final Map<DeviceId, Instant> heardAt = new LinkedHashMap<>();

  /** The devices of the station from now on. */
  void expect(List<Device> devices) {
    allowed.clear();
    for (Device device : devices) {
      if (device.kind() == Kind.CAMERA) {
        device
            .traits()
            .reportsEvery()
            .ifPresent(every -> allowed.put(device.id(), every.multipliedBy(INTERVALS)));
      }
    }
    heardAt.keySet().retainAll(allowed.keySet());
  }

  List<RuleWatch> watches() {
    return watches;
  }

  /** Whether one of those that are waited for gives a sign of life. */
  boolean hears(Reading reading) {
    return allowed.containsKey(reading.device()) && reading.isSignOfLife();
  }

  void heard(Reading reading) {
    heardAt.merge(
        reading.device(), reading.takenAt(), (one, other) -> one.isAfter(other) ? one : other);
  }

  /** One that was not heard since the hub was started is not known to see. */
  boolean areOpen(Instant at) {
    for (DeviceId camera : allowed.keySet()) {
      if (closes(camera).isBefore(at)) {
        return false;
      }
    }
    return true;
  }

  /** When one of them is silent for too long; {@link Instant#MAX} for never. */
  Instant changesAfter(Instant at) {
    Instant next = Instant.MAX;
    for (DeviceId camera : heardAt.keySet()) {
      Instant silent = closes(camera).plusMillis(1);
      next = silent.isAfter(at) ? Gauge.earlier(next, silent) : next;
    }
    return next;
  }

  private Instant closes(DeviceId camera) {
    Instant heard = heardAt.get(camera);
    return heard == null ? Instant.MIN : heard.plus(allowed.getOrDefault(camera, Duration.ZERO));
  }
}
