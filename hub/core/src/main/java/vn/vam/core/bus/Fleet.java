package vn.vam.core.bus;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.vam.core.bus.Timetable.Call;

/** The buses whose place is known, beside the trips they are on. */
final class Fleet {
  /** A bus that does not tell its day is on the trip of about now. */
  private static final Duration OF_THE_SAME_DAY = Duration.ofHours(4);

  private final Timetable timetable;
  private final Map<String, List<Vehicle>> byTrip;
  private final Instant now;

  Fleet(Timetable timetable, List<Vehicle> vehicles, Instant now) {
    this.timetable = timetable;
    this.byTrip =
        vehicles.stream()
            .filter(vehicle -> vehicle.isOfNow(now))
            .collect(groupingBy(Vehicle::trip));
    this.now = now;
  }

  /** The departure with its bus; empty where the bus has gone by. */
  Optional<Departure> seen(Departure departure, Call call, LocalDate day) {
    Optional<Vehicle> bus =
        byTrip.getOrDefault(call.trip().id(), List.of()).stream()
            .filter(vehicle -> isOn(vehicle, day, departure.at()))
            .max(Comparator.comparing(Vehicle::at));
    return bus.isEmpty() ? Optional.of(departure) : seen(departure, call, bus.get());
  }

  private boolean isOn(Vehicle vehicle, LocalDate day, Instant departure) {
    return vehicle
        .day()
        .map(day::equals)
        .orElse(Duration.between(now, departure).compareTo(OF_THE_SAME_DAY) < 0);
  }

  private Optional<Departure> seen(Departure departure, Call call, Vehicle bus) {
    OptionalInt reached = bus.haltOf(call.trip(), timetable);
    if (reached.isEmpty()) {
      return Optional.of(departure);
    }
    int halt = reached.getAsInt();
    int stopsAway = call.trip().halts().indexOf(call.halt()) - halt;
    if (stopsAway < 0) {
      return Optional.empty();
    }
    Optional<Whereabouts> where =
        timetable
            .stop(call.trip().halts().get(halt).stop())
            .map(stop -> new Whereabouts(stop, bus.isThere(), stopsAway));
    return Optional.of(
        new Departure(
            departure.route(), departure.headsign(), departure.at(), departure.late(), where));
  }

  /** Where the buses of a route are, by where they go; without those that have arrived. */
  List<Underway> on(Route route) {
    return timetable.tripsOf(route).stream()
        .flatMap(
            trip ->
                byTrip.getOrDefault(trip.id(), List.of()).stream()
                    .max(Comparator.comparing(Vehicle::at))
                    .flatMap(bus -> place(trip, bus))
                    .stream())
        .sorted(Comparator.comparing(Underway::headsign))
        .toList();
  }

  private Optional<Underway> place(Trip trip, Vehicle bus) {
    OptionalInt halt = bus.haltOf(trip, timetable);
    return halt.isEmpty() || trip.endsAt(trip.halts().get(halt.getAsInt()))
        ? Optional.empty()
        : timetable
            .stop(trip.halts().get(halt.getAsInt()).stop())
            .map(stop -> new Underway(goal(trip), new Whereabouts(stop, bus.isThere(), 0)));
  }

  private String goal(Trip trip) {
    return trip.headsign().isEmpty()
        ? timetable.stop(trip.halts().getLast().stop()).map(Stop::name).orElse("")
        : trip.headsign();
  }
}
