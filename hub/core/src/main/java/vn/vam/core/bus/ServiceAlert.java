package vn.vam.core.bus;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What an operator tells of a line or a stop: that it is closed, or that buses go another way.
 *
 * @param madeAt when the operator last said so
 * @param periods in which it holds; none for as long as it is told
 * @param concerned whom it concerns; none concerns nobody
 * @param text in the citizens' language where there is one; may be empty
 */
public record ServiceAlert(
    Instant madeAt,
    List<Period> periods,
    List<Concerned> concerned,
    Effect effect,
    Cause cause,
    String text) {
  /** An operator that is silent for longer may have lifted it. */
  static final Duration WORTH_TELLING = Duration.ofHours(6);

  public ServiceAlert {
    periods = List.copyOf(periods);
    concerned = List.copyOf(concerned);
  }

  /**
   * @param from included; {@link Instant#MIN} without a beginning
   * @param until not included; {@link Instant#MAX} without an end
   */
  public record Period(Instant from, Instant until) {
    boolean holds(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }
  }

  /** All that is told of it must fit; an empty id fits everything. */
  public record Concerned(String route, String stop, String trip) {
    boolean fits(Set<String> routes, Set<String> stops, Set<String> trips) {
      return (route.isEmpty() || routes.contains(route))
          && (stop.isEmpty() || stops.contains(stop))
          && (trip.isEmpty() || trips.contains(trip));
    }
  }

  /** What it does to people, in the words of GTFS-realtime. */
  public enum Effect {
    NO_SERVICE,
    REDUCED_SERVICE,
    SIGNIFICANT_DELAYS,
    DETOUR,
    ADDITIONAL_SERVICE,
    MODIFIED_SERVICE,
    STOP_MOVED,
    OTHER
  }

  /** Why, in the words of GTFS-realtime. */
  public enum Cause {
    TECHNICAL_PROBLEM,
    STRIKE,
    DEMONSTRATION,
    ACCIDENT,
    HOLIDAY,
    WEATHER,
    MAINTENANCE,
    CONSTRUCTION,
    POLICE_ACTIVITY,
    MEDICAL_EMERGENCY,
    OTHER
  }

  boolean holds(Instant now) {
    return !madeAt.isBefore(now.minus(WORTH_TELLING))
        && (periods.isEmpty() || periods.stream().anyMatch(period -> period.holds(now)));
  }

  /**
   * Whether it concerns someone at these stops, or on these routes.
   *
   * @param trips what runs there
   */
  boolean concerns(Set<String> routes, Set<String> stops, Set<String> trips) {
    return concerned.stream().anyMatch(one -> one.fits(routes, stops, trips));
  }

  /** The latest end of what holds now; {@link Instant#MAX} without an end. */
  public Instant until(Instant now) {
    return periods.stream()
        .filter(period -> period.holds(now))
        .map(Period::until)
        .max(Instant::compareTo)
        .orElse(Instant.MAX);
  }
}
