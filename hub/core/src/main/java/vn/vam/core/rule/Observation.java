package vn.vam.core.rule;

import java.time.Instant;
import java.util.List;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.StationId;

/** A value as rules see it, whatever kind of reading it came in. */
public record Observation(
    StationId station, Quantity quantity, double value, Quality quality, Instant at) {

  public static List<Observation> of(Reading reading) {
    return switch (reading) {
      case Reading.Measured measured ->
          List.of(
              new Observation(
                  measured.station(),
                  measured.quantity(),
                  measured.value(),
                  measured.quality(),
                  measured.takenAt()));
      case Reading.Counted counted ->
          counted.values().entrySet().stream()
              .map(
                  value ->
                      new Observation(
                          counted.station(),
                          value.getKey(),
                          value.getValue(),
                          counted.quality(),
                          counted.takenAt()))
              .toList();
      case Reading.CameraEvent event -> List.of();
      case Reading.Past past -> List.of();
    };
  }
}
