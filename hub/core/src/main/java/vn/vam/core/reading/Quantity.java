package vn.vam.core.reading;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vam.core.station.Kind;

/**
 * A measured quantity: its field name in messages and in the database, its unit, and the hard
 * limits outside which a value cannot come from this river or this road. Limits for water: the
 * province's observed range with margin.
 */
public enum Quantity {
  SALINITY("salinity_gl", "g/l", 0, 40),
  EC25("ec25_us_cm", "µS/cm", 0, 70_000),
  EC("ec_us_cm", "µS/cm", 0, 70_000),
  TEMPERATURE("temperature_c", "°C", 15, 40),
  LEVEL("level_m", "m", -3, 3),
  DISTANCE("distance_m", "m", 0, 30),
  BATTERY_SHARE("battery_pct", "%", 0, 100),
  BATTERY("battery_v", "V", 0, 60),
  INTERVAL("interval_s", "s", 0, 86_400),
  COUNT("count", "vehicles", 0, 100_000),
  COUNT_TOTAL("count_total", "vehicles in all", 0, 1e12),
  OCCUPANCY("occupancy_pct", "%", 0, 100),
  SPEED("speed_kmh", "km/h", 0, 150),
  PCU("pcu", "PCU", 0, 500_000),
  CLASS_MOTORCYCLE("class_motorcycle", "vehicles", 0, 100_000),
  CLASS_CAR("class_car", "vehicles", 0, 100_000),
  CLASS_TRUCK("class_truck", "vehicles", 0, 100_000),
  CLASS_BUS("class_bus", "vehicles", 0, 100_000),
  CLASS_BICYCLE("class_bicycle", "vehicles", 0, 100_000),
  SCORE("score", "1", 0, 1);

  private static final Set<Quantity> OF_SALINITY = from(SALINITY, BATTERY);
  private static final Set<Quantity> OF_TRAFFIC = from(INTERVAL, CLASS_BICYCLE);
  private static final Set<Quantity> OF_CAMERA = Set.of(SCORE);
  private static final Map<String, Quantity> BY_FIELD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Quantity::field, Function.identity()));

  private final String field;
  private final String unit;
  private final double least;
  private final double most;

  Quantity(String field, String unit, double least, double most) {
    this.field = field;
    this.unit = unit;
    this.least = least;
    this.most = most;
  }

  public String field() {
    return field;
  }

  public String unit() {
    return unit;
  }

  public double least() {
    return least;
  }

  public double most() {
    return most;
  }

  /** Whether values of several lanes add up. */
  public boolean isCount() {
    return unit.equals("vehicles") || this == PCU;
  }

  public boolean isPossible(double value) {
    return value >= least && value <= most;
  }

  /** What devices and stations of a kind tell of, in the order of the documentation. */
  public static Set<Quantity> of(Kind kind) {
    return switch (kind) {
      case SALINITY -> OF_SALINITY;
      case TRAFFIC -> OF_TRAFFIC;
      case CAMERA -> OF_CAMERA;
    };
  }

  private static Set<Quantity> from(Quantity first, Quantity last) {
    return Collections.unmodifiableSet(EnumSet.range(first, last));
  }

  public static Optional<Quantity> ofField(String field) {
    return Optional.ofNullable(BY_FIELD.get(field));
  }
}
