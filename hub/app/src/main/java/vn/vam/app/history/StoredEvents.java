package vn.vam.app.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Value;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/**
 * What cameras saw, from what the store keeps. It does not keep when a camera says an event began:
 * that is when it was first told of.
 */
final class StoredEvents {
  private static final int AT_ONCE = 1_000;

  private final PointStore store;
  private final Instant from;
  private final Instant to;

  /**
   * @param from inclusive
   * @param to exclusive
   */
  StoredEvents(PointStore store, Instant from, Instant to) {
    this.store = store;
    this.from = from;
    this.to = to;
  }

  /**
   * @throws PointStore.StoreUnavailable when the store does not answer
   */
  List<PastReading> of(Station camera) {
    List<PastReading> events = new ArrayList<>();
    List<Point> points = page(camera, from);
    while (points.size() > AT_ONCE) {
      Instant last = points.getLast().time();
      points.stream()
          .filter(point -> point.time().isBefore(last))
          .flatMap(StoredEvents::event)
          .forEach(events::add);
      points = page(camera, last);
    }
    points.stream().flatMap(StoredEvents::event).forEach(events::add);
    return events;
  }

  private List<Point> page(Station camera, Instant since) {
    return store.points(new PointQuery(camera, since, to, AT_ONCE + 1));
  }

  /** Nothing for a point that tells of no event. */
  private static Stream<PastReading> event(Point point) {
    Optional<DeviceId> device = tag(point, "device").filter(Ids::isId).map(DeviceId::new);
    Optional<StationId> station = tag(point, "station").filter(Ids::isId).map(StationId::new);
    Optional<CameraEventType> type = tag(point, "type").flatMap(CameraEventType::of);
    Optional<CameraPhase> phase = text(point, "phase").flatMap(CameraPhase::of);
    Optional<String> id = text(point, "event_id");
    if (Stream.of(device, station, type, phase, id).anyMatch(Optional::isEmpty)) {
      return Stream.empty();
    }
    return Stream.of(
        PastReading.here(
            new Reading.CameraEvent(
                device.orElseThrow(),
                station.orElseThrow(),
                id.orElseThrow(),
                type.orElseThrow(),
                phase.orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                quality(point.fields()),
                point.time())));
  }

  private static Optional<String> tag(Point point, String name) {
    return Optional.ofNullable(point.tags().get(name));
  }

  private static Optional<String> text(Point point, String name) {
    return point.fields().get(name) instanceof Value.Text text
        ? Optional.of(text.text())
        : Optional.empty();
  }

  private static Quality quality(SortedMap<String, Value> fields) {
    return fields.get("quality") instanceof Value.Number flag
        ? Quality.ofFlag((int) flag.number())
        : Quality.NOT_EVALUATED;
  }
}
