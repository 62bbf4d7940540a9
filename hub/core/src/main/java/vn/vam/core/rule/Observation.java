package vn.vam.core.rule;

import java.time.Instant;
import java.util.List;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.StationId;

/**
 * A value as rules see it, whatever kind of reading it came in.
 *
 * @param teller who has one value for an instant, of which the last one told is right: a device, or
 *     a lane and direction of it
 */
public record Observation(
    StationId station,
    Quantity quantity,
    double value,
    Quality quality,
    Instant at,
    String teller) {
  /** Where nobody knows who told it: the station has one value for an instant. */
  public Observation(
      StationId station, Quantity quantity, double value, Quality quality, Instant at) {
    this(station, quantity, value, quality, at, station.value());
  }

  public static List<Observation> of(Reading reading) {
    return switch (reading) {
      case Reading.Measured measured ->
          List.of(
              new Observation(
                  measured.station(),
                  measured.quantity(),
                  measured.value(),
                  measured.quality(),
                  measured.takenAt(),
                  measured.device().value()));
      case Reading.Counted counted -> of(counted);
      case Reading.CameraEvent event -> List.of();
      case Reading.Past past -> List.of();
    };
  }

  private static List<Observation> of(Reading.Counted counted) {
    String lane = counted.device() + "/" + counted.lane() + "/" + counted.direction();
    return counted.values().entrySet().stream()
        .map(
            value ->
                new Observation(
                    counted.station(),
                    value.getKey(),
                    value.getValue(),
                    counted.quality(),
                    counted.takenAt(),
                    lane))
        .toList();
  }
}
