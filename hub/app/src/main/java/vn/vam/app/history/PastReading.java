package vn.vam.app.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Schedule;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/**
 * A reading of a history, told as if it came now.
 *
 * @param offset in which its times are written
 * @param heardAt when the hub came to know of it; when it was taken where nobody knows
 */
public record PastReading(Reading reading, ZoneOffset offset, Instant heardAt) {
  PastReading(Reading reading, ZoneOffset offset) {
    this(reading, offset, reading.takenAt());
  }

  static PastReading of(HistoryRow row, Registry registry) {
    Instant at = row.time().toInstant();
    ZoneOffset offset = row.time().getOffset();
    StationId station = row.station().id();
    return switch (row) {
      case HistoryRow.Value value ->
          measured(registry, station, value.device(), value.quantity(), value.value(), at, offset);
      case HistoryRow.Event event -> seen(registry, station, event.type(), at, offset);
    };
  }

  /** Its times are written as clocks here show them. */
  static PastReading here(Reading reading) {
    return here(reading, reading.takenAt());
  }

  static PastReading here(Reading reading, Instant heardAt) {
    return new PastReading(reading, Schedule.ZONE.getRules().getOffset(reading.takenAt()), heardAt);
  }

  /**
   * A value that cannot be is told, but never alerts.
   *
   * @param named who measured it, where that is known
   */
  public static PastReading measured(
      Registry registry,
      StationId station,
      Optional<DeviceId> named,
      Quantity quantity,
      double value,
      Instant at,
      ZoneOffset offset) {
    Quality quality = quantity.isPossible(value) ? Quality.PASS : Quality.FAIL;
    DeviceId device = named.orElseGet(() -> device(registry, station));
    return new PastReading(
        new Reading.Measured(device, station, quantity, value, quality, at), offset);
  }

  /** An event that begins then. */
  public static PastReading seen(
      Registry registry, StationId station, CameraEventType type, Instant at, ZoneOffset offset) {
    return new PastReading(
        new Reading.CameraEvent(
            device(registry, station),
            station,
            "at-" + at.toEpochMilli(),
            type,
            CameraPhase.NEW,
            Optional.empty(),
            Optional.empty(),
            Quality.PASS,
            at),
        offset);
  }

  /** Where a history names no device, and the station has not one alone, it tells of them all. */
  private static DeviceId device(Registry registry, StationId station) {
    List<Device> devices = registry.devicesOf(station);
    return devices.size() == 1 ? devices.getFirst().id() : new DeviceId(station.value());
  }
}
