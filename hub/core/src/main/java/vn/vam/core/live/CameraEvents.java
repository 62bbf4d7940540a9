package vn.vam.core.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Reading.CameraEvent;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/**
 * What the cameras of a station saw: all messages of one event are one thing here, copies and late
 * ones change nothing, and an event that is never said to end does so by itself.
 */
final class CameraEvents {
  private static final int MOST_OF_A_STATION = 256;
  private static final Comparator<SeenEvent> BY_TIME =
      Comparator.comparing(seen -> seen.newest().takenAt());

  private record Key(DeviceId device, String eventId) {}

  /** The events of one station, and the ids under which some of them go on. */
  private static final class Sights {
    final Map<Key, SeenEvent> events = new LinkedHashMap<>();
    final Map<Key, Key> renamed = new HashMap<>();
  }

  private final Duration idle;
  private final Map<StationId, Sights> stations = new HashMap<>();

  /**
   * @param idle an event of which nothing is heard for so long has ended
   */
  CameraEvents(Duration idle) {
    this.idle = idle;
  }

  void take(CameraEvent event) {
    Sights sights = stations.computeIfAbsent(event.station(), id -> new Sights());
    sights.events.merge(
        key(sights, event), SeenEvent.begin(event, idle), (known, begun) -> known.with(event));
    if (sights.events.size() > MOST_OF_A_STATION) {
      forgetOldest(sights);
    }
  }

  private static Key key(Sights sights, CameraEvent event) {
    Key own = new Key(event.device(), event.eventId());
    if (sights.events.containsKey(own)) {
      return own;
    }
    return sights.renamed.computeIfAbsent(own, id -> earlierName(sights, event).orElse(own));
  }

  private static Optional<Key> earlierName(Sights sights, CameraEvent event) {
    return sights.events.entrySet().stream()
        .filter(known -> known.getValue().goesOnAs(event))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static void forgetOldest(Sights sights) {
    Key oldest =
        sights.events.entrySet().stream()
            .min(Map.Entry.comparingByValue(BY_TIME))
            .orElseThrow()
            .getKey();
    sights.events.remove(oldest);
    sights.renamed.values().removeIf(oldest::equals);
  }

  Optional<SeenEvent> last(StationId camera) {
    Sights sights = stations.get(camera);
    return sights == null ? Optional.empty() : sights.events.values().stream().max(BY_TIME);
  }

  Optional<SeenEvent> last(StationId camera, CameraEventType type) {
    Sights sights = stations.get(camera);
    return sights == null
        ? Optional.empty()
        : sights.events.values().stream().filter(seen -> seen.newest().type() == type).max(BY_TIME);
  }

  /** The last of those that last. */
  Optional<SeenEvent> hazard(StationId camera, Instant now) {
    Sights sights = stations.get(camera);
    return sights == null
        ? Optional.empty()
        : sights.events.values().stream()
            .filter(seen -> seen.newest().type().isHazard() && seen.isOpen(now))
            .max(BY_TIME);
  }

  int open(StationId camera, Instant now) {
    Sights sights = stations.get(camera);
    return sights == null
        ? 0
        : (int) sights.events.values().stream().filter(seen -> seen.isOpen(now)).count();
  }
}
