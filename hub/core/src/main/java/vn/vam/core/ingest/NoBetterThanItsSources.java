package vn.vam.core.ingest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.Measured;

/**
 * Once all values are judged, what follows from others can be trusted no further than they can: a
 * salinity its conductivity (and the water's temperature, where that was needed), a level its
 * distance.
 */
public final class NoBetterThanItsSources implements Stage {
  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    List<Reading> readings = accepted.readings();
    return accepted.with(readings.stream().map(reading -> worsened(reading, readings)).toList());
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    // Each message stands for itself.
  }

  private static Reading worsened(Reading reading, List<Reading> all) {
    return switch (reading) {
      case Measured measured -> worsened(measured, measured(all, measured, false));
      case Reading.Past past when past.reading() instanceof Measured measured ->
          new Reading.Past(worsened(measured, measured(all, measured, true)));
      case Reading.Past past -> past;
      case Reading.Counted counted -> counted;
      case Reading.CameraEvent event -> event;
    };
  }

  private static List<Measured> measured(List<Reading> all, Measured reading, boolean past) {
    return all.stream()
        .filter(other -> other instanceof Reading.Past == past)
        .map(other -> other instanceof Reading.Past told ? told.reading() : other)
        .filter(Measured.class::isInstance)
        .map(Measured.class::cast)
        .filter(other -> other.takenAt().equals(reading.takenAt()))
        .toList();
  }

  private static Measured worsened(Measured reading, List<Measured> beside) {
    Set<Quantity> sources = sources(reading, beside);
    Quality worst =
        beside.stream()
            .filter(other -> sources.contains(other.quantity()))
            .map(Measured::quality)
            .reduce(reading.quality(), Quality::worseOf);
    return worst == reading.quality() ? reading : reading.flagged(worst);
  }

  private static Set<Quantity> sources(Measured reading, List<Measured> beside) {
    if (reading.quantity() == Quantity.LEVEL) {
      return EnumSet.of(Quantity.DISTANCE);
    }
    boolean derived = reading.method().filter(SalinityFromConductivity.METHOD::equals).isPresent();
    if (!derived) {
      return Set.of();
    }
    return beside.stream().anyMatch(other -> other.quantity() == Quantity.EC25)
        ? EnumSet.of(Quantity.EC25)
        : EnumSet.of(Quantity.EC, Quantity.TEMPERATURE);
  }
}
