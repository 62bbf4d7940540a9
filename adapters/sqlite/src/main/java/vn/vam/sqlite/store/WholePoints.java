package vn.vam.sqlite.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.Value;

/** Reads points back as they were written. Guarded by the store's reading lock. */
final class WholePoints {
  private static final String POINTS =
      """
      SELECT s.tags, p.* FROM series s JOIN points_%1$d p ON p.series = s.id
      WHERE s.measurement = %1$d AND s.station = ? AND p.time >= ? AND p.time < ?
      ORDER BY p.time, s.id LIMIT ?
      """;

  private record Field(String name, long measurement, String column, boolean isText) {}

  private final Connection connection;

  WholePoints(Connection connection) {
    this.connection = connection;
  }

  List<Point> read(PointQuery query) throws SQLException {
    String measurement = query.station().kind().measurement();
    List<Field> fields = fields(measurement);
    if (fields.isEmpty() || query.isEmpty()) {
      return List.of();
    }
    String sql = POINTS.formatted(fields.getFirst().measurement());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, query.station().id().value());
      statement.setLong(2, query.from().toEpochMilli());
      statement.setLong(3, query.to().toEpochMilli());
      statement.setInt(4, query.most());
      try (ResultSet rows = statement.executeQuery()) {
        List<Point> points = new ArrayList<>();
        while (rows.next()) {
          points.add(point(measurement, fields, rows));
        }
        return points;
      }
    }
  }

  private List<Field> fields(String measurement) throws SQLException {
    try (PreparedStatement names =
        connection.prepareStatement(
            """
            SELECT f.name, m.id, f.id, f.is_text FROM measurement m
            JOIN field f ON f.measurement = m.id WHERE m.name = ?
            """)) {
      names.setString(1, measurement);
      try (ResultSet rows = names.executeQuery()) {
        List<Field> fields = new ArrayList<>();
        while (rows.next()) {
          fields.add(
              new Field(
                  rows.getString(1), rows.getLong(2), "f_" + rows.getLong(3), rows.getBoolean(4)));
        }
        return fields;
      }
    }
  }

  private static Point point(String measurement, List<Field> fields, ResultSet row)
      throws SQLException {
    SortedMap<String, Value> values = new TreeMap<>();
    for (Field field : fields) {
      if (row.getObject(field.column()) != null) {
        values.put(field.name(), value(field, row));
      }
    }
    return new Point(
        measurement,
        Catalog.tags(row.getString("tags")),
        values,
        Instant.ofEpochMilli(row.getLong("time")));
  }

  private static Value value(Field field, ResultSet row) throws SQLException {
    return field.isText()
        ? new Value.Text(row.getString(field.column()))
        : new Value.Number(row.getDouble(field.column()));
  }
}
