package vn.vam.app.config;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/**
 * A test of rules: series that come in, and the changes that are expected.
 *
 * @param until time passes up to here after the last value
 * @param expected lines as {@code vam rules test} writes them
 */
public record RuleCase(
    String name,
    List<Series> series,
    List<Sightings> sightings,
    Optional<OffsetDateTime> until,
    List<String> expected) {
  /**
   * Values at even intervals.
   *
   * @param device who measured them, where that matters
   * @param values absent where nothing came
   */
  public record Series(
      StationId station,
      Optional<DeviceId> device,
      Quantity quantity,
      OffsetDateTime from,
      Duration every,
      List<Optional<Double>> values) {}

  /** Events of a camera. */
  public record Sightings(StationId station, CameraEventType type, List<OffsetDateTime> at) {}
}
