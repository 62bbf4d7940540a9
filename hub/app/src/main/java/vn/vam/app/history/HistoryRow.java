package vn.vam.app.history;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/**
 * A line of a history file: {@code time,station,quantity,value}, and behind it the device, where it
 * is known. A camera's event may stand in the place of a quantity, with any number behind it.
 */
sealed interface HistoryRow {
  String HEADER = "time,station,quantity,value";

  OffsetDateTime time();

  Station station();

  /**
   * @param kind of station or device that measures it there
   */
  record Value(
      OffsetDateTime time,
      Station station,
      Kind kind,
      Quantity quantity,
      double value,
      Optional<DeviceId> device)
      implements HistoryRow {}

  record Event(OffsetDateTime time, Station station, CameraEventType type) implements HistoryRow {}

  /**
   * @throws IllegalArgumentException that names the field, what was expected, and an example
   */
  static HistoryRow read(String line, Registry registry) {
    return new Reader(registry).read(List.of(line.split(",", -1)));
  }

  /** Reads the fields of a line. */
  record Reader(Registry registry) {
    private static final String EXAMPLE = "2024-03-12T02:30:00+07:00,xuan-hoa,salinity_gl,0.8";

    private HistoryRow read(List<String> fields) {
      if (fields.size() != 4 && fields.size() != 5) {
        throw wrong("line", "four fields " + HEADER + ", or a device behind them");
      }
      OffsetDateTime time = time(fields.get(0).strip());
      Station station = station(fields.get(1).strip());
      String what = fields.get(2).strip();
      double value = value(fields.get(3).strip());
      Optional<DeviceId> device =
          fields.size() == 5 ? device(fields.get(4).strip(), station) : Optional.empty();
      Optional<CameraEventType> event = CameraEventType.of(what);
      if (event.isPresent()) {
        kind(station, List.of(Kind.CAMERA));
        return new Event(time, station, event.get());
      }
      Quantity quantity =
          Quantity.ofField(what)
              .orElseThrow(() -> wrong("quantity", "a quantity such as salinity_gl"));
      List<Kind> kinds =
          Stream.of(Kind.values()).filter(kind -> Quantity.of(kind).contains(quantity)).toList();
      return new Value(time, station, kind(station, kinds), quantity, value, device);
    }

    /** Of those that can tell of it, the station's own before one of its devices. */
    private Kind kind(Station station, List<Kind> able) {
      return registry.kindsAt(station).stream()
          .filter(able::contains)
          .findFirst()
          .orElseThrow(
              () ->
                  wrong(
                      "quantity",
                      "what %s tells of, which is of kind %s"
                          .formatted(station.id(), station.kind().word())));
    }

    private Optional<DeviceId> device(String text, Station station) {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          registry
              .device(text)
              .filter(device -> device.station().equals(station.id()))
              .map(Device::id)
              .orElseThrow(() -> wrong("device", "the id of a device of " + station.id())));
    }

    private static OffsetDateTime time(String text) {
      try {
        return OffsetDateTime.parse(text);
      } catch (DateTimeException malformed) {
        throw wrong("time", "RFC 3339 with offset");
      }
    }

    private Station station(String text) {
      return Optional.of(text)
          .filter(Ids::isId)
          .flatMap(id -> registry.station(new StationId(id)))
          .orElseThrow(() -> wrong("station", "the id of a station in the configuration"));
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
  }
}
