package vn.vam.app.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Rule;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/** What rules would have heard, from what the store keeps. */
public final class StoreHistory {
  private static final int AT_ONCE = 10_000;

  /** Every point has one, whatever else it tells: enough to know that somebody was heard. */
  private static final String ANY_FIELD = "quality";

  private final PointStore store;
  private final Registry registry;
  private final Instant from;
  private final Instant to;

  /**
   * @param from inclusive
   * @param to exclusive
   */
  public StoreHistory(PointStore store, Registry registry, Instant from, Instant to) {
    this.store = store;
    this.registry = registry;
    this.from = from;
    this.to = to;
  }

  /** A series rules look at; any message of the station where there is no quantity. */
  private record Series(StationId station, Optional<Quantity> quantity) {}

  /**
   * @throws PointStore.StoreUnavailable when the store does not answer
   */
  public List<PastReading> of(List<Rule> rules) {
    Set<Series> needed = new LinkedHashSet<>();
    rules.forEach(rule -> needed.addAll(needed(rule)));
    List<PastReading> readings = new ArrayList<>();
    needed.forEach(series -> readings.addAll(read(series)));
    StoredEvents events = new StoredEvents(store, from, to);
    watched(rules).forEach(id -> readings.addAll(events.of(registry.station(id).orElseThrow())));
    return readings;
  }

  /** Whose events are counted. */
  private static Set<StationId> watched(List<Rule> rules) {
    Set<StationId> stations = new LinkedHashSet<>();
    for (Rule rule : rules) {
      conditions(rule)
          .flatMap(StoreHistory::leaves)
          .filter(Condition.Seen.class::isInstance)
          .map(Condition.Seen.class::cast)
          .forEach(seen -> stations(seen.station(), rule).forEach(stations::add));
    }
    return stations;
  }

  private static List<Series> needed(Rule rule) {
    return conditions(rule)
        .flatMap(StoreHistory::leaves)
        .flatMap(
            leaf ->
                switch (leaf) {
                  case Condition.Beyond beyond ->
                      stations(beyond.station(), rule)
                          .map(id -> new Series(id, Optional.of(beyond.quantity())));
                  case Condition.Silent silent ->
                      Stream.concat(rule.stations().stream(), silent.parent().stream())
                          .map(id -> new Series(id, silent.quantity()));
                  case Condition.Heard heard -> Stream.<Series>of();
                  case Condition.Seen seen -> Stream.<Series>of();
                  case Condition.Several several -> Stream.<Series>of();
                })
        .toList();
  }

  private static Stream<StationId> stations(Optional<StationId> own, Rule rule) {
    return own.map(Stream::of).orElseGet(() -> rule.stations().stream());
  }

  private static Stream<Condition> conditions(Rule rule) {
    return Stream.concat(
        Stream.of(rule.raise(), rule.clear()), rule.ladder().stream().map(rung -> rung.raise()));
  }

  private static Stream<Condition> leaves(Condition condition) {
    return condition instanceof Condition.Several several
        ? several.parts().stream().flatMap(StoreHistory::leaves)
        : Stream.of(condition);
  }

  private List<PastReading> read(Series series) {
    List<PastReading> readings = new ArrayList<>();
    Station station = registry.station(series.station()).orElseThrow();
    Instant next = from;
    List<Sample> samples = page(station, series, next);
    while (samples.size() > AT_ONCE) {
      Instant last = samples.getLast().time();
      samples.stream()
          .filter(sample -> sample.time().isBefore(last))
          .forEach(sample -> readings.add(reading(series, sample)));
      next = last;
      samples = page(station, series, next);
    }
    samples.forEach(sample -> readings.add(reading(series, sample)));
    return readings;
  }

  private List<Sample> page(Station station, Series series, Instant since) {
    String field = series.quantity().map(Quantity::field).orElse(ANY_FIELD);
    return store.read(new SeriesQuery(station, field, since, to, Optional.empty(), AT_ONCE + 1));
  }

  private static PastReading reading(Series series, Sample sample) {
    DeviceId device = sample.device().orElseGet(() -> new DeviceId(series.station().value()));
    Quality quality =
        series.quantity().isEmpty()
            ? Quality.SUSPECT
            : sample.quality().map(Quality::ofFlag).orElse(Quality.NOT_EVALUATED);
    return PastReading.here(
        new Reading.Measured(
            device,
            series.station(),
            series.quantity().orElse(Quantity.SCORE),
            sample.value(),
            quality,
            sample.time()));
  }
}
