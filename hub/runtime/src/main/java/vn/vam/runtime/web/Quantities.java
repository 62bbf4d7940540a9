package vn.vam.runtime.web;

import static vn.vam.core.reading.Quantity.BATTERY;
import static vn.vam.core.reading.Quantity.CLASS_BICYCLE;
import static vn.vam.core.reading.Quantity.CLASS_BUS;
import static vn.vam.core.reading.Quantity.CLASS_CAR;
import static vn.vam.core.reading.Quantity.CLASS_MOTORCYCLE;
import static vn.vam.core.reading.Quantity.CLASS_TRUCK;
import static vn.vam.core.reading.Quantity.COUNT;
import static vn.vam.core.reading.Quantity.EC;
import static vn.vam.core.reading.Quantity.EC25;
import static vn.vam.core.reading.Quantity.INTERVAL;
import static vn.vam.core.reading.Quantity.LEVEL;
import static vn.vam.core.reading.Quantity.OCCUPANCY;
import static vn.vam.core.reading.Quantity.SALINITY;
import static vn.vam.core.reading.Quantity.SCORE;
import static vn.vam.core.reading.Quantity.SPEED;
import static vn.vam.core.reading.Quantity.TEMPERATURE;

import java.util.List;
import java.util.stream.Collectors;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Kind;

/** Which quantities a kind of station has; the first is what people mean when they name none. */
final class Quantities {
  private Quantities() {}

  static List<Quantity> of(Kind kind) {
    return switch (kind) {
      case SALINITY -> List.of(SALINITY, EC25, EC, TEMPERATURE, LEVEL, BATTERY);
      case TRAFFIC ->
          List.of(
              COUNT,
              OCCUPANCY,
              SPEED,
              INTERVAL,
              CLASS_MOTORCYCLE,
              CLASS_CAR,
              CLASS_TRUCK,
              CLASS_BUS,
              CLASS_BICYCLE);
      case CAMERA -> List.of(SCORE);
    };
  }

  static String listed(Kind kind) {
    return of(kind).stream().map(Quantity::field).collect(Collectors.joining(", "));
  }
}
