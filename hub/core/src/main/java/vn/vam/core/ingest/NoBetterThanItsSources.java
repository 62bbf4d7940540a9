package vn.vam.core.ingest;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.Measured;
import vn.vam.core.station.Registry;

/**
 * Once all values are judged, what follows from others can be trusted no further than they can: a
 * salinity its conductivity (and the water's temperature, where that was needed), a level its
 * distance.
 */
public final class NoBetterThanItsSources implements Stage {
  private final Supplier<Registry> registry;

  public NoBetterThanItsSources(Supplier<Registry> registry) {
    this.registry = registry;
  }

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    List<Reading> readings = accepted.readings();
    return readings.stream().anyMatch(reading -> isDerived(measured(reading)))
        ? accepted.with(readings.stream().map(reading -> worsened(reading, readings)).toList())
        : accepted;
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    // Each message stands for itself.
  }

  private static Optional<Measured> measured(Reading reading) {
    return switch (reading) {
      case Measured measured -> Optional.of(measured);
      case Reading.Past past -> measured(past.reading());
      case Reading.Counted counted -> Optional.empty();
      case Reading.CameraEvent event -> Optional.empty();
    };
  }

  private static boolean isDerived(Optional<Measured> reading) {
    return reading.filter(of -> of.quantity() == Quantity.LEVEL || isConverted(of)).isPresent();
  }

  private static boolean isConverted(Measured reading) {
    return reading.method().filter(SalinityFromConductivity.METHOD::equals).isPresent();
  }

  private Reading worsened(Reading reading, List<Reading> all) {
    Optional<Measured> derived = measured(reading).filter(of -> isDerived(Optional.of(of)));
    return derived
        .map(of -> of.flagged(worst(of, beside(reading, all))))
        .<Reading>map(of -> reading instanceof Reading.Past ? new Reading.Past(of) : of)
        .orElse(reading);
  }

  private static List<Measured> beside(Reading reading, List<Reading> all) {
    return all.stream()
        .filter(other -> other instanceof Reading.Past == reading instanceof Reading.Past)
        .filter(other -> other.takenAt().equals(reading.takenAt()))
        .flatMap(other -> measured(other).stream())
        .toList();
  }

  private Quality worst(Measured reading, List<Measured> beside) {
    Set<Quantity> sources = sources(reading, beside);
    return beside.stream()
        .filter(other -> sources.contains(other.quantity()))
        .map(Measured::quality)
        .reduce(reading.quality(), Quality::worseOf);
  }

  private Set<Quantity> sources(Measured reading, List<Measured> beside) {
    if (reading.quantity() == Quantity.LEVEL) {
      return EnumSet.of(Quantity.DISTANCE);
    }
    boolean bySaying = beside.stream().anyMatch(other -> other.quantity() == Quantity.EC25);
    return SalinityFromConductivity.sources(registry.get(), reading.device(), bySaying);
  }
}
