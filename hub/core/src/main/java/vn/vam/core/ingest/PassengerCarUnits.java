package vn.vam.core.ingest;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.Counted;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/**
 * Weighs the vehicles of an interval by the room they take, where the classes of all of them are
 * told: what is left of a count may be anything.
 */
public final class PassengerCarUnits implements Stage {
  /** TCXDVN 104:2007, urban streets of 30 to 50 km/h; a truck as one of two axles. */
  public static final Map<Quantity, Double> URBAN =
      Map.of(
          Quantity.CLASS_BICYCLE, 0.3,
          Quantity.CLASS_MOTORCYCLE, 0.25,
          Quantity.CLASS_CAR, 1.0,
          Quantity.CLASS_TRUCK, 2.5,
          Quantity.CLASS_BUS, 3.0);

  private final Supplier<Registry> registry;

  public PassengerCarUnits(Supplier<Registry> registry) {
    this.registry = registry;
  }

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    return accepted.each(this::weighed);
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    // Each message stands for itself.
  }

  private Reading weighed(Reading reading) {
    return switch (reading) {
      case Counted counted -> weighed(counted);
      case Reading.Past past -> new Reading.Past(weighed(past.reading()));
      case Reading.Measured measured -> measured;
      case Reading.CameraEvent event -> event;
    };
  }

  private Counted weighed(Counted counted) {
    Map<Quantity, Double> units = units(counted.station());
    boolean classed = counted.values().keySet().stream().anyMatch(units::containsKey);
    if (!classed || counted.values().containsKey(Quantity.PCU) || isMoreThan(counted, units)) {
      return counted;
    }
    Map<Quantity, Double> values = new EnumMap<>(counted.values());
    values.put(Quantity.PCU, sum(counted.values(), units));
    return counted.with(values);
  }

  /** Whether more vehicles were counted than their classes hold. */
  private static boolean isMoreThan(Counted counted, Map<Quantity, Double> units) {
    double classed =
        counted.values().entrySet().stream()
            .filter(value -> units.containsKey(value.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return counted.values().getOrDefault(Quantity.COUNT, 0.0) > classed;
  }

  private static double sum(Map<Quantity, Double> values, Map<Quantity, Double> units) {
    double sum =
        values.entrySet().stream()
            .mapToDouble(value -> value.getValue() * units.getOrDefault(value.getKey(), 0.0))
            .sum();
    return Math.round(sum * 100) / 100.0;
  }

  private Map<Quantity, Double> units(StationId station) {
    return registry
        .get()
        .station(station)
        .map(Station::traits)
        .flatMap(traits -> traits.pcu())
        .orElse(URBAN);
  }
}
