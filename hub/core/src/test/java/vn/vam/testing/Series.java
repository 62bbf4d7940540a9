package vn.vam.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.point.SummaryQuery;
import vn.vam.core.point.Value;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/** Points of one station and questions about them, as short as tests need them. */
public record Series(Station station, Map<String, String> tags) {
  public static Series of(Kind kind, String station, String device) {
    return new Series(
        new Station(
            new StationId(station), station, kind, List.of(), Optional.empty(), Optional.empty()),
        Map.of("station", station, "device", device));
  }

  /** The same station, another device or lane. */
  public Series with(String tag, String value) {
    TreeMap<String, String> more = new TreeMap<>(tags);
    more.put(tag, value);
    return new Series(station, more);
  }

  /**
   * @param fields numbers as {@link Number}, text as {@link String}
   */
  public Point at(Instant time, Map<String, Object> fields) {
    TreeMap<String, Value> values = new TreeMap<>();
    fields.forEach((name, value) -> values.put(name, value(value)));
    return new Point(station.kind().measurement(), new TreeMap<>(tags), values, time);
  }

  public Point at(Instant time, String field, Object value) {
    return at(time, Map.of(field, value));
  }

  public SeriesQuery raw(String field, Instant from, Instant to) {
    return new SeriesQuery(station, field, from, to, Optional.empty(), 10_001);
  }

  public PointQuery points(Instant from, Instant to) {
    return new PointQuery(station, from, to, 10_001);
  }

  public SeriesQuery means(String field, Instant from, Instant to, Duration every) {
    return new SeriesQuery(station, field, from, to, Optional.of(every), 10_001);
  }

  public SummaryQuery windows(Instant from, int count, Duration every) {
    return new SummaryQuery(station, from, from.plus(every.multipliedBy(count)), every);
  }

  private static Value value(Object value) {
    return value instanceof Number number
        ? new Value.Number(number.doubleValue())
        : new Value.Text(value.toString());
  }
}
