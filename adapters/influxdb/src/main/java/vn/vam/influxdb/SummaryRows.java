package vn.vam.influxdb;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.vam.core.point.Summary;

/** Rows of {@link InfluxQl#summaries}: a field's four figures stand in columns of their own. */
final class SummaryRows {
  private static final String MEAN = "mean_";

  private SummaryRows() {}

  /** Windows of one series; those without a number are left out. */
  static List<Summary> of(JsonNode series) {
    SortedMap<String, String> tags = tags(series);
    Map<String, Integer> columns = columns(series);
    List<Summary> summaries = new ArrayList<>();
    for (JsonNode row : series.path("values")) {
      SortedMap<String, Summary.Figures> figures = figures(row, columns);
      if (!figures.isEmpty()) {
        summaries.add(new Summary(tags, Instant.ofEpochMilli(row.path(0).asLong()), figures));
      }
    }
    return summaries;
  }

  static SortedMap<String, String> tags(JsonNode series) {
    SortedMap<String, String> tags = new TreeMap<>();
    series.path("tags").properties().forEach(tag -> putTag(tags, tag));
    return tags;
  }

  /** A series without that tag says so by an empty value. */
  private static void putTag(SortedMap<String, String> tags, Map.Entry<String, JsonNode> tag) {
    if (!tag.getValue().asText().isEmpty()) {
      tags.put(tag.getKey(), tag.getValue().asText());
    }
  }

  private static Map<String, Integer> columns(JsonNode series) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    series.path("columns").forEach(name -> columns.put(name.asText(), columns.size()));
    return columns;
  }

  private static SortedMap<String, Summary.Figures> figures(
      JsonNode row, Map<String, Integer> columns) {
    SortedMap<String, Summary.Figures> figures = new TreeMap<>();
    for (String column : columns.keySet()) {
      String field = column.substring(Math.min(column.length(), MEAN.length()));
      if (column.startsWith(MEAN) && at(row, columns, column).isNumber()) {
        figures.put(
            field,
            new Summary.Figures(
                at(row, columns, column).asDouble(),
                at(row, columns, "min_" + field).asDouble(),
                at(row, columns, "max_" + field).asDouble(),
                at(row, columns, "count_" + field).asLong()));
      }
    }
    return figures;
  }

  private static JsonNode at(JsonNode row, Map<String, Integer> columns, String column) {
    return row.path(columns.getOrDefault(column, -1));
  }
}
