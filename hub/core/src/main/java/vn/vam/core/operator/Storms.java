package vn.vam.core.operator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.vam.core.alert.Alert;
import vn.vam.core.station.StationId;

/** Gathers calls about one river or road while many alerts are raised along it. Pure. */
public final class Storms {
  private final Optional<Storm> storm;
  private final Function<StationId, Optional<String>> along;

  /**
   * @param along the river or road of a station
   */
  public Storms(Optional<Storm> storm, Function<StationId, Optional<String>> along) {
    this.storm = storm;
    this.along = along;
  }

  /**
   * What is to be told now; calls that wait for the next summary are in neither.
   *
   * @param alone each with a message of its own
   */
  public record Plan(List<Call> alone, List<Summary> together) {
    public Plan {
      alone = List.copyOf(alone);
      together = List.copyOf(together);
    }
  }

  /** Calls that share a message. */
  public record Summary(String along, List<Call> calls) {
    public Summary {
      calls = List.copyOf(calls);
    }
  }

  /** From when on alerts count that were raised. */
  public Instant from(Instant now) {
    return storm.map(limit -> now.minus(limit.within())).orElse(now);
  }

  /**
   * @param raised alerts raised since {@link #from}
   * @param told when each river or road had its last summary
   */
  public Plan plan(
      List<Call> due, Collection<Alert> raised, Map<String, Instant> told, Instant now) {
    Map<String, Integer> counts = counts(raised);
    List<Call> alone = new ArrayList<>();
    Map<String, List<Call>> together = new LinkedHashMap<>();
    for (Call call : due) {
      Optional<String> where = along.apply(call.waiting().alert().station());
      if (where.filter(name -> isStorm(counts.getOrDefault(name, 0))).isEmpty()) {
        alone.add(call);
      } else if (mayTell(told.get(where.get()), now)) {
        together.computeIfAbsent(where.get(), none -> new ArrayList<>()).add(call);
      }
    }
    return new Plan(
        alone,
        together.entrySet().stream()
            .map(one -> new Summary(one.getKey(), one.getValue()))
            .toList());
  }

  private Map<String, Integer> counts(Collection<Alert> raised) {
    Map<String, Integer> counts = new HashMap<>();
    raised.forEach(
        alert ->
            along.apply(alert.station()).ifPresent(name -> counts.merge(name, 1, Integer::sum)));
    return counts;
  }

  private boolean isStorm(int count) {
    return storm.filter(limit -> count >= limit.alerts()).isPresent();
  }

  private boolean mayTell(@Nullable Instant last, Instant now) {
    return last == null || storm.filter(limit -> last.plus(limit.every()).isAfter(now)).isEmpty();
  }
}
