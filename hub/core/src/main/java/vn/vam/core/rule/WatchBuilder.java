package vn.vam.core.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/** Makes the watches of a rule and tells the signals who wants to hear of them. */
final class WatchBuilder {
  private final Signals signals;
  private final Rule rule;
  private final StationId place;
  private final Registry registry;
  private final boolean goesByTime;
  private final List<Series> series = new ArrayList<>();
  private final Set<Sightings> sightings = new LinkedHashSet<>();
  private final Set<Eyes> eyes = new LinkedHashSet<>();
  private final Map<Ear, Hearing> hearings = new LinkedHashMap<>();

  /**
   * @param registry whose devices are waited for
   */
  WatchBuilder(Signals signals, Rule rule, StationId place, Registry registry) {
    this.signals = signals;
    this.registry = registry;
    this.rule = rule;
    this.place = place;
    this.goesByTime = rule.goesByTime();
  }

  /**
   * @param number in the order of the rules
   * @param mayBeAsleep whether a watch of two thresholds may be left alone between them
   */
  RuleWatch build(long number, boolean mayBeAsleep) {
    Gauge raise = gauge(rule.raise(), this::seen);
    Gauge clear = gauge(rule.clear(), this::over);
    List<Climb> climbs =
        rule.ladder().stream()
            .map(rung -> new Climb(rung, gauge(rung.raise(), this::seen)))
            .toList();
    RuleWatch watch =
        new RuleWatch(
            number,
            rule,
            place,
            raise,
            clear,
            new Ladder(rule.severity(), climbs),
            new Telling(ownHearings()),
            goesByTime);
    if (mayBeAsleep && isOfTwoThresholds()) {
      signals.sleep(watch, series.getFirst());
    } else {
      series.stream().distinct().forEach(each -> each.watches().add(watch));
    }
    sightings.forEach(each -> each.watches().add(watch));
    eyes.forEach(each -> each.watches().add(watch));
    hearings.forEach((ear, hearing) -> signals.listen(watch, ear.station(), hearing));
    return watch;
  }

  private List<Hearing> ownHearings() {
    return hearings.entrySet().stream()
        .filter(heard -> heard.getKey().station().equals(place))
        .map(Map.Entry::getValue)
        .toList();
  }

  private boolean isOfTwoThresholds() {
    return rule.ladder().isEmpty()
        && rule.schedule().equals(Schedule.ALWAYS)
        && isOfNewest(rule.raise())
        && isOfNewest(rule.clear())
        && series.getFirst() == series.getLast();
  }

  private static boolean isOfNewest(Condition condition) {
    return condition instanceof Condition.Beyond beyond
        && beyond.measure() instanceof Measure.Newest;
  }

  /**
   * @param ofEvents how a number of events is judged
   */
  private Gauge gauge(Condition condition, Function<Condition.Seen, Gauge> ofEvents) {
    return switch (condition) {
      case Condition.Beyond beyond -> ofValues(beyond);
      case Condition.Seen seen -> ofEvents.apply(seen);
      case Condition.Silent silent ->
          new Gauge.OfSilence(
              hearing(silent, place), silent.parent().map(parent -> hearing(silent, parent)));
      case Condition.Heard heard -> new Gauge.OfHearing(hearing(heard.silent(), place));
      case Condition.Several several ->
          new JointGauge(
              several.parts().stream().map(part -> gauge(part, ofEvents)).toList(),
              several.least());
    };
  }

  private Gauge seen(Condition.Seen seen) {
    return new Gauge.OfSightings(sightings(seen, seen.type()), seen);
  }

  private Gauge over(Condition.Seen seen) {
    List<Sightings> covering =
        seen.type().coveredBy().stream().map(type -> sightings(seen, type)).toList();
    Eyes looking = signals.eyes(at(seen.station()));
    eyes.add(looking);
    return new AllClear(sightings(seen, seen.type()), seen, covering, looking);
  }

  private Sightings sightings(Condition.Seen seen, CameraEventType type) {
    Sightings of = signals.sightings(at(seen.station()), type);
    of.reachBack(seen.lookBack());
    sightings.add(of);
    return of;
  }

  private Gauge ofValues(Condition.Beyond beyond) {
    Series of = signals.series(at(beyond.station()), beyond.quantity());
    of.samples().reachBack(beyond.measure().window());
    series.add(of);
    Gauge gauge =
        beyond.measure() instanceof Measure.Newest
            ? new Gauge.OfNewest(of, beyond.level())
            : new Gauge.OfWindow(of, beyond.measure(), beyond.level());
    return goesByTime ? new JointGauge.WhileFresh(gauge, of::newestAt, rule.staleAfter()) : gauge;
  }

  private record Ear(StationId station, Condition.Silent silent) {}

  /** Silence and its end are heard by the same ear. */
  private Hearing hearing(Condition.Silent silent, StationId station) {
    return hearings.computeIfAbsent(
        new Ear(station, silent),
        ear -> new Hearing(silent, station, Listed.at(station, registry)));
  }

  private StationId at(Optional<StationId> station) {
    return station.orElse(place);
  }
}
