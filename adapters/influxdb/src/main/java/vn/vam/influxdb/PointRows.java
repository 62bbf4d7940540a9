package vn.vam.influxdb;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.vam.core.point.Point;
import vn.vam.core.point.Value;

/** Rows of {@link InfluxQl#points}: a column for each field, null where the point has it not. */
final class PointRows {
  private PointRows() {}

  /** Points of one series. */
  static List<Point> of(JsonNode series) {
    String measurement = series.path("name").asText();
    SortedMap<String, String> tags = SummaryRows.tags(series);
    List<Point> points = new ArrayList<>();
    for (JsonNode row : series.path("values")) {
      points.add(
          new Point(
              measurement,
              tags,
              fields(series.path("columns"), row),
              Instant.ofEpochMilli(row.path(0).asLong())));
    }
    return points;
  }

  private static SortedMap<String, Value> fields(JsonNode columns, JsonNode row) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (int i = 1; i < columns.size(); i++) {
      JsonNode value = row.path(i);
      if (value.isNumber()) {
        fields.put(columns.path(i).asText(), new Value.Number(value.asDouble()));
      } else if (value.isTextual()) {
        fields.put(columns.path(i).asText(), new Value.Text(value.asText()));
      }
    }
    return fields;
  }
}
