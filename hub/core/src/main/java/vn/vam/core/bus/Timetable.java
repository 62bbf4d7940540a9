package vn.vam.core.bus;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.vam.core.station.Position;

/** Which bus halts where, and when. Immutable; reads fast at each of its stops. */
public final class Timetable {
  /** A trip and one of its halts. */
  record Call(Trip trip, StopTime halt) {}

  private final ZoneId zone;
  private final Map<String, Stop> stops;
  private final Map<String, Route> routes;
  private final Map<String, Service> services;
  private final Map<String, List<Call>> calls;

  /**
   * Trips of unknown routes or services, and halts at unknown stops, are left out.
   *
   * @param zone of the times
   */
  public Timetable(
      ZoneId zone,
      Collection<Stop> stops,
      Collection<Route> routes,
      Collection<Service> services,
      Collection<Trip> trips) {
    this.zone = zone;
    this.stops = byId(stops, Stop::id);
    this.routes = byId(routes, Route::id);
    this.services = byId(services, Service::id);
    this.calls =
        trips.stream()
            .filter(trip -> this.routes.containsKey(trip.route()))
            .filter(trip -> this.services.containsKey(trip.service()))
            .flatMap(trip -> trip.halts().stream().map(halt -> new Call(trip, halt)))
            .filter(call -> this.stops.containsKey(call.halt().stop()))
            .collect(groupingBy(call -> call.halt().stop()));
  }

  private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
    return all.stream()
        .collect(toMap(id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  public ZoneId zone() {
    return zone;
  }

  /** Those at which a bus halts. */
  public List<Stop> stops() {
    return stops.values().stream().filter(stop -> calls.containsKey(stop.id())).toList();
  }

  public List<Route> routes() {
    return List.copyOf(routes.values());
  }

  public Optional<Route> route(String id) {
    return Optional.ofNullable(routes.get(id));
  }

  Optional<Stop> stop(String id) {
    return Optional.ofNullable(stops.get(id));
  }

  public List<Stop> nearest(Position here, int most) {
    return stops().stream()
        .sorted(Comparator.comparingDouble(stop -> here.kmTo(stop.position())))
        .limit(most)
        .toList();
  }

  /** The stops of a route's longest trip, in its order; of several, the one whose id is first. */
  public List<Stop> along(Route route) {
    return calls.values().stream()
        .flatMap(List::stream)
        .map(Call::trip)
        .filter(trip -> trip.route().equals(route.id()))
        .max(
            Comparator.comparingInt((Trip trip) -> trip.halts().size())
                .thenComparing(Trip::id, Comparator.reverseOrder()))
        .map(trip -> trip.halts().stream().map(halt -> stops.get(halt.stop())).toList())
        .orElse(List.of());
  }

  /** The routes with a trip that comes to one of these stops from another. */
  public List<Route> leadingTo(Collection<Stop> goals) {
    Set<String> leading =
        goals.stream()
            .flatMap(stop -> callsAt(stop).stream())
            .filter(call -> !call.trip().beginsAt(call.halt()))
            .map(call -> call.trip().route())
            .collect(toSet());
    return routes.values().stream().filter(route -> leading.contains(route.id())).toList();
  }

  List<Call> callsAt(Stop stop) {
    return calls.getOrDefault(stop.id(), List.of());
  }

  /** Whatever runs on a route, each trip once. */
  Set<Trip> tripsOf(Route route) {
    return calls.values().stream()
        .flatMap(List::stream)
        .map(Call::trip)
        .filter(trip -> trip.route().equals(route.id()))
        .collect(toSet());
  }

  Optional<Service> service(Trip trip) {
    return Optional.ofNullable(services.get(trip.service()));
  }
}
