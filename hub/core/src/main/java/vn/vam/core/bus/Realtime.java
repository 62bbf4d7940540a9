package vn.vam.core.bus;

import java.util.List;
import java.util.stream.Stream;

/** What an operator tells of this moment, in one place or in several. */
public record Realtime(TripUpdates trips, List<Vehicle> vehicles, List<ServiceAlert> alerts) {
  public static final Realtime NONE = new Realtime(TripUpdates.NONE, List.of(), List.of());

  public Realtime {
    vehicles = List.copyOf(vehicles);
    alerts = List.copyOf(alerts);
  }

  /** Together with what another place tells; of trip updates only one place can be right. */
  public Realtime and(Realtime other) {
    return new Realtime(
        trips.updates().isEmpty() ? other.trips() : trips,
        Stream.concat(vehicles.stream(), other.vehicles().stream()).toList(),
        Stream.concat(alerts.stream(), other.alerts().stream()).toList());
  }
}
