package vn.vam.payloads.field;

import java.util.Map;
import java.util.Optional;
import vn.vam.core.reading.Quantity;

/**
 * The units people and loggers write behind a number. A percent sign is understood for occupancy
 * alone: behind a salinity it is a misprinted ‰ as often as not, and a factor of ten is no detail.
 */
final class Units {
  private static final Map<String, Scale> SALINITY =
      Map.ofEntries(
          Map.entry("g/l", Scale.AS_IS),
          Map.entry("gam/lít", Scale.AS_IS),
          Map.entry("‰", Scale.AS_IS),
          Map.entry("ppt", Scale.AS_IS),
          Map.entry("psu", Scale.AS_IS),
          Map.entry("g/kg", Scale.AS_IS),
          Map.entry("kg/m3", Scale.AS_IS),
          Map.entry("phần ngàn", Scale.AS_IS),
          Map.entry("phần nghìn", Scale.AS_IS),
          Map.entry("mg/l", Scale.THOUSANDTH),
          Map.entry("ppm", Scale.THOUSANDTH));
  // The Greek mu: compatibility composition turns the micro sign into it.
  private static final Map<String, Scale> CONDUCTIVITY =
      Map.of(
          "\u03bcs/cm", Scale.AS_IS,
          "us/cm", Scale.AS_IS,
          "ms/cm", Scale.THOUSANDFOLD,
          "ds/m", Scale.THOUSANDFOLD,
          "ms/m", Scale.TENFOLD,
          "s/m", Scale.TEN_THOUSANDFOLD,
          "s/cm", Scale.MILLIONFOLD);
  private static final Map<String, Scale> TEMPERATURE =
      Map.of(
          "°c", Scale.AS_IS,
          "c", Scale.AS_IS,
          "độ c", Scale.AS_IS,
          "°f", Scale.FAHRENHEIT,
          "f", Scale.FAHRENHEIT,
          "độ f", Scale.FAHRENHEIT);
  private static final Map<String, Scale> LEVEL =
      Map.of("m", Scale.AS_IS, "cm", Scale.HUNDREDTH, "mm", Scale.THOUSANDTH);
  private static final Map<String, Scale> BATTERY =
      Map.of("v", Scale.AS_IS, "mv", Scale.THOUSANDTH);
  private static final Map<String, Scale> SPEED =
      Map.of(
          "km/h",
          Scale.AS_IS,
          "kmh",
          Scale.AS_IS,
          "kph",
          Scale.AS_IS,
          "m/s",
          Scale.METRES_PER_SECOND);

  private Units() {}

  /**
   * @param unit in lower case, NFKC
   */
  static Optional<Scale> find(Quantity quantity, String unit) {
    return Optional.ofNullable(unitsOf(quantity).get(unit));
  }

  private static Map<String, Scale> unitsOf(Quantity quantity) {
    return switch (quantity) {
      case SALINITY -> SALINITY;
      case EC25, EC -> CONDUCTIVITY;
      case TEMPERATURE -> TEMPERATURE;
      case LEVEL, DISTANCE -> LEVEL;
      case BATTERY -> BATTERY;
      case SPEED -> SPEED;
      case OCCUPANCY, BATTERY_SHARE -> Map.of("%", Scale.AS_IS, "/", Scale.HUNDREDFOLD);
      case INTERVAL -> Map.of("s", Scale.AS_IS);
      case COUNT,
          COUNT_TOTAL,
          PCU,
          CLASS_MOTORCYCLE,
          CLASS_CAR,
          CLASS_TRUCK,
          CLASS_BUS,
          CLASS_BICYCLE,
          SCORE ->
          Map.of();
    };
  }
}
