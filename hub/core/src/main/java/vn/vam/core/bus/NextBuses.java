package vn.vam.core.bus;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vam.core.bus.Timetable.Call;
import vn.vam.core.bus.TripUpdates.Halt;
import vn.vam.core.bus.TripUpdates.Update;

/**
 * Finds the next buses at a stop and what is to be said of them, from the timetable and what the
 * operator says beside it.
 */
public final class NextBuses {
  private static final Duration AHEAD = Duration.ofHours(24);

  private final Timetable timetable;
  private final TripUpdates updates;
  private final Fleet fleet;
  private final ServiceAlerts alerts;
  private final Instant now;

  /**
   * @param realtime what of it is too old is left aside
   */
  public NextBuses(Timetable timetable, Realtime realtime, Instant now) {
    this.timetable = timetable;
    this.updates = realtime.trips().areOfNow(now) ? realtime.trips() : TripUpdates.NONE;
    this.fleet = new Fleet(timetable, realtime.vehicles(), now);
    this.alerts = new ServiceAlerts(timetable, realtime.alerts(), now);
    this.now = now;
  }

  /**
   * Within a day, the soonest first, without what an alert says does not run. A bus after midnight
   * belongs to the day before.
   */
  public List<Departure> at(Stop stop, int most) {
    return calls(stop)
        .flatMap(this::departures)
        .sorted(Comparator.comparing(Departure::at))
        .limit(most)
        .toList();
  }

  /**
   * As {@link #at}, of those alone that go on to one of these stops. A delay is taken to last until
   * there.
   */
  public List<Ride> to(Stop stop, Collection<Stop> goals, int most) {
    Set<String> wanted = goals.stream().map(Stop::id).collect(toSet());
    return calls(stop)
        .flatMap(call -> rides(call, wanted))
        .sorted(Comparator.comparing(ride -> ride.departure().at()))
        .limit(most)
        .toList();
  }

  private Stream<Ride> rides(Call call, Set<String> wanted) {
    return call.trip().halts().stream()
        .filter(halt -> halt.sequence() > call.halt().sequence() && wanted.contains(halt.stop()))
        .filter(halt -> alerts.allow(new Call(call.trip(), halt)))
        .findFirst()
        .stream()
        .flatMap(goal -> departures(call).map(departure -> ride(departure, call, goal)));
  }

  private static Ride ride(Departure departure, Call call, StopTime goal) {
    return new Ride(
        departure, departure.at().plusSeconds(goal.departure() - call.halt().departure()));
  }

  private Stream<Call> calls(Stop stop) {
    return timetable.callsAt(stop).stream()
        .filter(call -> !call.trip().endsAt(call.halt()))
        .filter(alerts::allow);
  }

  private Stream<Departure> departures(Call call) {
    LocalDate today = now.atZone(timetable.zone()).toLocalDate();
    return Stream.of(-1, 0, 1)
        .map(days -> departure(call, today.plusDays(days)))
        .flatMap(Optional::stream)
        .filter(departure -> isAhead(departure.at()));
  }

  /** What holds now for whoever waits at one of these stops. */
  public List<ServiceAlert> alertsAt(Collection<Stop> stops) {
    return alerts.at(stops);
  }

  public List<ServiceAlert> alertsOn(Route route) {
    return alerts.on(route);
  }

  /** Where the buses of a route are, by where they go; without those that have arrived. */
  public List<Underway> underwayOn(Route route) {
    return fleet.on(route);
  }

  private boolean isAhead(Instant at) {
    return !at.isBefore(now) && at.isBefore(now.plus(AHEAD));
  }

  private Optional<Departure> departure(Call call, LocalDate day) {
    boolean runs =
        timetable.service(call.trip()).filter(service -> service.runsOn(day)).isPresent();
    return runs
        ? timetable
            .route(call.trip().route())
            .flatMap(route -> departure(route, call, planned(call.halt(), day), day))
            .flatMap(departure -> fleet.seen(departure, call, day))
        : Optional.empty();
  }

  /** Days on which clocks change have no midnight to count from: noon is always there. */
  private Instant planned(StopTime halt, LocalDate day) {
    return day.atTime(LocalTime.NOON)
        .atZone(timetable.zone())
        .toInstant()
        .minus(Duration.ofHours(12))
        .plusSeconds(halt.departure());
  }

  private Optional<Departure> departure(Route route, Call call, Instant planned, LocalDate day) {
    Optional<Update> update = updates.of(call.trip(), day);
    if (update.isEmpty()) {
      return Optional.of(told(route, call, planned, Optional.empty()));
    }
    if (update.get().cancelled()) {
      return Optional.empty();
    }
    Optional<Halt> halt = lastBefore(update.get(), call);
    if (halt.isEmpty()) {
      return Optional.of(told(route, call, planned, Optional.empty()));
    }
    return switch (halt.get()) {
      case Halt.Late late ->
          Optional.of(told(route, call, planned, Optional.of(Duration.ofSeconds(late.delay()))));
      case Halt.At at -> {
        Duration late = Duration.between(plannedAt(at, call, day), at.departure());
        yield Optional.of(told(route, call, planned, Optional.of(late)));
      }
      case Halt.Skipped skipped ->
          isHere(skipped, call.halt())
              ? Optional.empty()
              : Optional.of(told(route, call, planned, Optional.empty()));
    };
  }

  private Instant plannedAt(Halt told, Call call, LocalDate day) {
    return call.trip().halts().stream()
        .filter(halt -> isHere(told, halt))
        .findFirst()
        .map(halt -> planned(halt, day))
        .orElseGet(() -> planned(call.halt(), day));
  }

  /** A delay holds from its halt on until the next one that is told. */
  private static Optional<Halt> lastBefore(Update update, Call call) {
    List<StopTime> soFar =
        call.trip().halts().stream()
            .filter(halt -> halt.sequence() <= call.halt().sequence())
            .toList();
    return soFar.reversed().stream()
        .flatMap(halt -> update.halts().stream().filter(told -> isHere(told, halt)))
        .findFirst();
  }

  private static boolean isHere(Halt told, StopTime halt) {
    return told.sequence() >= 0
        ? told.sequence() == halt.sequence()
        : told.stop().equals(halt.stop());
  }

  private static Departure told(Route route, Call call, Instant planned, Optional<Duration> late) {
    Instant at = planned.plus(late.orElse(Duration.ZERO));
    return new Departure(route, call.trip().headsign(), at, late, Optional.empty());
  }
}
