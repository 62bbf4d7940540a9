package vn.vam.core.bus;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.vam.core.bus.ServiceAlert.Effect;
import vn.vam.core.bus.Timetable.Call;

/** The alerts that hold now. */
final class ServiceAlerts {
  private final Timetable timetable;
  private final List<ServiceAlert> alerts;

  ServiceAlerts(Timetable timetable, List<ServiceAlert> alerts, Instant now) {
    this.timetable = timetable;
    this.alerts = alerts.stream().filter(alert -> alert.holds(now)).toList();
  }

  /** What does not run at all is not promised to anybody. */
  boolean allow(Call call) {
    return alerts.stream()
        .filter(alert -> alert.effect() == Effect.NO_SERVICE)
        .noneMatch(
            alert ->
                alert.concerns(
                    Set.of(call.trip().route()),
                    Set.of(call.halt().stop()),
                    Set.of(call.trip().id())));
  }

  List<ServiceAlert> at(Collection<Stop> stops) {
    List<Call> calls = stops.stream().flatMap(stop -> timetable.callsAt(stop).stream()).toList();
    Set<String> routes = calls.stream().map(call -> call.trip().route()).collect(toSet());
    Set<String> trips = calls.stream().map(call -> call.trip().id()).collect(toSet());
    return alerts.stream()
        .filter(
            alert -> alert.concerns(routes, stops.stream().map(Stop::id).collect(toSet()), trips))
        .toList();
  }

  List<ServiceAlert> on(Route route) {
    Set<String> stops = timetable.along(route).stream().map(Stop::id).collect(toSet());
    Set<String> trips = timetable.tripsOf(route).stream().map(Trip::id).collect(toSet());
    return alerts.stream()
        .filter(alert -> alert.concerns(Set.of(route.id()), stops, trips))
        .toList();
  }
}
