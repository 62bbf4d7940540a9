package vn.vam.core.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.vam.core.station.StationId;

/** Makes the watches of a rule and tells the signals who wants to hear of them. */
final class WatchBuilder {
  private final Signals signals;
  private final Rule rule;
  private final StationId place;
  private final Function<StationId, Listed> devices;
  private final boolean goesByTime;
  private final List<Series> series = new ArrayList<>();
  private final List<Sightings> sightings = new ArrayList<>();
  private final Map<Ear, Hearing> hearings = new LinkedHashMap<>();

  /**
   * @param devices those of a station
   */
  WatchBuilder(Signals signals, Rule rule, StationId place, Function<StationId, Listed> devices) {
    this.signals = signals;
    this.devices = devices;
    this.rule = rule;
    this.place = place;
    this.goesByTime = goesByTime(rule);
  }

  private static boolean goesByTime(Rule rule) {
    return rule.raise().goesByTime()
        || rule.clear().goesByTime()
        || rule.ladder().stream().anyMatch(rung -> rung.raise().goesByTime());
  }

  /**
   * @param number in the order of the rules
   * @param mayBeAsleep whether a watch of two thresholds may be left alone between them
   */
  RuleWatch build(long number, boolean mayBeAsleep) {
    Gauge raise = gauge(rule.raise());
    Gauge clear = gauge(rule.clear());
    List<Climb> climbs =
        rule.ladder().stream().map(rung -> new Climb(rung, gauge(rung.raise()))).toList();
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
    sightings.stream().distinct().forEach(each -> each.watches().add(watch));
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

  private Gauge gauge(Condition condition) {
    return switch (condition) {
      case Condition.Beyond beyond -> ofValues(beyond);
      case Condition.Seen seen -> {
        Sightings of = signals.sightings(at(seen.station()), seen.type());
        of.samples().reachBack(seen.window());
        sightings.add(of);
        yield new Gauge.OfSightings(of, seen);
      }
      case Condition.Silent silent ->
          new Gauge.OfSilence(
              hearing(silent, place), silent.parent().map(parent -> hearing(silent, parent)));
      case Condition.Heard heard -> new Gauge.OfHearing(hearing(heard.silent(), place));
      case Condition.Several several ->
          new JointGauge(several.parts().stream().map(this::gauge).toList(), several.least());
    };
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
        new Ear(station, silent), ear -> new Hearing(silent, station, devices.apply(station)));
  }

  private StationId at(Optional<StationId> station) {
    return station.orElse(place);
  }
}
