package vn.vam.core.station;

/** A probe, counter or camera that publishes for one station. */
public record Device(DeviceId id, StationId station, Kind kind, DeviceTraits traits) {
  public Device(DeviceId id, StationId station, Kind kind) {
    this(id, station, kind, DeviceTraits.NONE);
  }
}
