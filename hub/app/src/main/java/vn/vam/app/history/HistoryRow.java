package vn.vam.app.history;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/**
 * A line of a history file: {@code time,station,quantity,value}, and behind it the device, where it
 * is known.
 */
record HistoryRow(
    OffsetDateTime time,
    StationId station,
    Quantity quantity,
    double value,
    Optional<DeviceId> device) {
  static final String HEADER = "time,station,quantity,value";
  private static final String EXAMPLE = "2024-03-12T02:30:00+07:00,xuan-hoa,salinity_gl,0.8";

  /**
   * @throws IllegalArgumentException that names the field, what was expected, and an example
   */
  static HistoryRow read(String line, Registry registry) {
    List<String> fields = List.of(line.split(",", -1));
    if (fields.size() != 4 && fields.size() != 5) {
      throw wrong("line", "four fields " + HEADER + ", or a device behind them");
    }
    StationId station = station(fields.get(1).strip(), registry);
    return new HistoryRow(
        time(fields.get(0).strip()),
        station,
        Quantity.ofField(fields.get(2).strip())
            .orElseThrow(() -> wrong("quantity", "a quantity such as salinity_gl")),
        value(fields.get(3).strip()),
        fields.size() == 5 ? device(fields.get(4).strip(), station, registry) : Optional.empty());
  }

  private static Optional<DeviceId> device(String text, StationId station, Registry registry) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        registry
            .device(text)
            .filter(device -> device.station().equals(station))
            .map(Device::id)
            .orElseThrow(() -> wrong("device", "the id of a device of " + station)));
  }

  private static OffsetDateTime time(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException malformed) {
      throw wrong("time", "RFC 3339 with offset");
    }
  }

  private static StationId station(String text, Registry registry) {
    if (!Ids.isId(text) || registry.station(new StationId(text)).isEmpty()) {
      throw wrong("station", "the id of a station in the configuration");
    }
    return new StationId(text);
  }

  private static double value(String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException malformed) {
      throw wrong("value", "a number");
    }
    throw wrong("value", "a finite number");
  }

  private static IllegalArgumentException wrong(String field, String expected) {
    return new IllegalArgumentException(
        field + ": expected " + expected + "; for example: " + EXAMPLE);
  }

  /**
   * A line of a history that rules are tried on: a camera's event may stand in the place of a
   * quantity, with any number behind it.
   *
   * @throws IllegalArgumentException that names the field, what was expected, and an example
   */
  static PastReading reading(String line, Registry registry) {
    List<String> fields = List.of(line.split(",", -1));
    Optional<CameraEventType> event =
        fields.size() == 4 ? CameraEventType.of(fields.get(2).strip()) : Optional.empty();
    if (event.isPresent()) {
      OffsetDateTime time = time(fields.get(0).strip());
      StationId station = station(fields.get(1).strip(), registry);
      return PastReading.seen(registry, station, event.get(), time.toInstant(), time.getOffset());
    }
    HistoryRow row = read(line, registry);
    return PastReading.measured(
        registry,
        row.station(),
        row.device(),
        row.quantity(),
        row.value(),
        row.time().toInstant(),
        row.time().getOffset());
  }
}
