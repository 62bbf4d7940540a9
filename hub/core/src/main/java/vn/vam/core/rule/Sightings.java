package vn.vam.core.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Reading.CameraEvent;
import vn.vam.core.station.DeviceId;

/** Which events of one type the cameras of a station have seen, each once, when it began. */
final class Sightings {
  private static final int MOST_REMEMBERED = 10_000;

  private record Event(DeviceId device, String id) {}

  private final Samples samples = new Samples();
  private final List<RuleWatch> watches = new ArrayList<>();
  private final Map<Event, Instant> begun =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Event, Instant> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  Samples samples() {
    return samples;
  }

  List<RuleWatch> watches() {
    return watches;
  }

  /**
   * Whether this message tells of an event that no message told of before. Gateways that know no
   * ids use one and the same time and again: a later beginning is another event.
   */
  boolean isNew(CameraEvent event) {
    Instant before = begun.get(new Event(event.device(), event.eventId()));
    return before == null || (event.phase() == CameraPhase.NEW && start(event).isAfter(before));
  }

  void take(CameraEvent event) {
    begun.put(new Event(event.device(), event.eventId()), start(event));
    samples.add(start(event), 1);
  }

  static Instant start(CameraEvent event) {
    return event.startedAt().orElse(event.takenAt());
  }
}
