package vn.vam.feeds;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import vn.vam.core.bus.Vehicle;
import vn.vam.core.station.Position;

/** One {@code VehiclePosition} of GTFS-realtime. */
final class VehicleReader {
  private static final int STOPPED_AT = 1;

  /** What holds where nothing is told. */
  private static final int IN_TRANSIT_TO = 2;

  private final TripDescription of = new TripDescription();
  private double lat = Double.NaN;
  private double lon = Double.NaN;
  private int sequence = -1;
  private int status = IN_TRANSIT_TO;
  private String stop = "";
  private Optional<Instant> at = Optional.empty();

  boolean read(int number, CodedInputStream in) throws IOException {
    switch (number) {
      case 1 -> Proto.within(in, of::read);
      case 2 -> Proto.within(in, this::position);
      case 3 -> sequence = Math.max(-1, in.readUInt32());
      case 4 -> status = in.readEnum();
      case 5 -> at = Optional.of(Proto.instant(in.readUInt64()));
      case 7 -> stop = in.readStringRequireUtf8();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean position(int number, CodedInputStream in) throws IOException {
    switch (number) {
      case 1 -> lat = in.readFloat();
      case 2 -> lon = in.readFloat();
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * Empty where it is on no trip.
   *
   * @param madeAt when the whole was made, for one that does not tell its own time
   */
  Optional<Vehicle> vehicle(Instant madeAt) {
    return of.trip.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Vehicle(
                of.trip,
                GtfsReader.date(of.day),
                sequence,
                stop,
                status == STOPPED_AT,
                onEarth(),
                at.orElse(madeAt)));
  }

  private Optional<Position> onEarth() {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        ? Optional.of(new Position(lat, lon))
        : Optional.empty();
  }
}
