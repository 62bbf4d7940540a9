package vn.vam.core.point;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the database keeps. Two points of the same measurement, tags and time are one: their fields
 * merge, the last written wins.
 *
 * @param tags sorted by name; values match {@link vn.vam.core.station.Ids#GRAMMAR}
 * @param fields at least one
 * @param time cut to milliseconds
 */
public record Point(
    String measurement,
    SortedMap<String, String> tags,
    SortedMap<String, Value> fields,
    Instant time) {
  public Point {
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("a point has at least one field");
    }
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    time = time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** What makes two points the same one. */
  public record Series(String measurement, SortedMap<String, String> tags, Instant time) {}

  public Series series() {
    return new Series(measurement, tags, time);
  }

  /** This point with the fields of a later one of the same series laid over it. */
  public Point mergedWith(Point later) {
    if (!series().equals(later.series())) {
      throw new IllegalArgumentException("only points of the same series and time merge");
    }
    TreeMap<String, Value> merged = new TreeMap<>(fields);
    merged.putAll(later.fields);
    return new Point(measurement, tags, merged, time);
  }
}
