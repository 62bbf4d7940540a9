package vn.vam.core.ingest;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Device;
import vn.vam.core.station.Registry;

/**
 * Turns how far the water lies below a sensor into its level, where the sensor's height is known. A
 * level the device tells itself stands.
 */
public final class LevelFromDistance implements Stage {
  private final Supplier<Registry> registry;

  public LevelFromDistance(Supplier<Registry> registry) {
    this.registry = registry;
  }

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    Optional<Double> height =
        registry
            .get()
            .device(accepted.device())
            .map(Device::traits)
            .flatMap(traits -> traits.mountedAt());
    return height.map(at -> accepted.with(completed(accepted.readings(), at))).orElse(accepted);
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    // Each message stands for itself.
  }

  private static List<Reading> completed(List<Reading> readings, double height) {
    return readings.stream().anyMatch(LevelFromDistance::isLevel)
        ? readings
        : withLevels(readings, height);
  }

  private static boolean isLevel(Reading reading) {
    return reading instanceof Reading.Past past
        ? isLevel(past.reading())
        : reading instanceof Reading.Measured measured && measured.quantity() == Quantity.LEVEL;
  }

  private static List<Reading> withLevels(List<Reading> readings, double height) {
    return readings.stream()
        .flatMap(reading -> Stream.concat(Stream.of(reading), level(reading, height).stream()))
        .toList();
  }

  private static Optional<Reading> level(Reading reading, double height) {
    return switch (reading) {
      case Reading.Measured measured when measured.quantity() == Quantity.DISTANCE ->
          Optional.of(
              measured.as(
                  Quantity.LEVEL, millimetres(height - measured.value()), Optional.empty()));
      case Reading.Measured other -> Optional.empty();
      case Reading.Counted counted -> Optional.empty();
      case Reading.CameraEvent event -> Optional.empty();
      case Reading.Past past -> level(past.reading(), height).map(Reading.Past::new);
    };
  }

  private static double millimetres(double metres) {
    return Math.round(metres * 1_000) / 1_000.0;
  }
}
