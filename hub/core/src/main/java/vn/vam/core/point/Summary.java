package vn.vam.core.point;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a series was in a window.
 *
 * @param tags of the series
 * @param start of the window
 * @param figures by the name of each numeric field that had a value
 */
public record Summary(
    SortedMap<String, String> tags, Instant start, SortedMap<String, Figures> figures) {
  private static final String QUALITY = "quality";

  public Summary {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }

  /**
   * @param count how many values there were, at least 1
   */
  public record Figures(double mean, double least, double greatest, long count) {}

  /**
   * A point at the window's start that is read like those it stands for: each field holds its mean,
   * {@code FIELD_min} and {@code FIELD_max} beside it, {@code quality} the worst flag, {@code n}
   * how many points there were.
   */
  public Point point(String measurement) {
    TreeMap<String, Value> fields = new TreeMap<>();
    long points = 0;
    for (Map.Entry<String, Figures> field : figures.entrySet()) {
      Figures of = field.getValue();
      points = Math.max(points, of.count());
      if (field.getKey().equals(QUALITY)) {
        fields.put(QUALITY, new Value.Number(of.greatest()));
      } else {
        fields.put(field.getKey(), new Value.Number(of.mean()));
        fields.put(field.getKey() + "_min", new Value.Number(of.least()));
        fields.put(field.getKey() + "_max", new Value.Number(of.greatest()));
      }
    }
    fields.put("n", new Value.Number(points));
    return new Point(measurement, tags, fields, start);
  }
}
