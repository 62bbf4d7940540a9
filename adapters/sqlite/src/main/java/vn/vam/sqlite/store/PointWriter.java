package vn.vam.sqlite.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointLimits;
import vn.vam.core.point.Stored;
import vn.vam.core.point.Value;

/** Lays points into the file, a batch a transaction. Guarded by the store's writing lock. */
final class PointWriter {
  private static final int MOST_STATEMENTS = 200;

  /** Which columns a statement sets. */
  private record Shape(long measurement, List<Long> columns) {}

  private final Connection connection;
  private final Catalog catalog;
  private final Map<Shape, PreparedStatement> upserts = new LinkedHashMap<>(64, 0.75f, true);

  PointWriter(Connection connection) {
    this.connection = connection;
    this.catalog = new Catalog(connection);
  }

  /**
   * @param oldest points before it lie beyond retention
   */
  Stored.Written write(List<Point> points, Instant oldest) throws SQLException {
    try {
      return new Stored.Written(Transaction.of(connection, () -> writeEach(points, oldest)));
    } catch (SQLException | RuntimeException failed) {
      catalog.forget();
      throw failed;
    }
  }

  private List<Stored.Refusal> writeEach(List<Point> points, Instant oldest) throws SQLException {
    List<Stored.Refusal> refused = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Optional<String> why = write(points.get(i), oldest);
      if (why.isPresent()) {
        refused.add(new Stored.Refusal(i, why.get()));
      }
    }
    return refused;
  }

  /** Why the point is refused; nothing where it is written. */
  private Optional<String> write(Point point, Instant oldest) throws SQLException {
    Optional<String> broken = PointLimits.brokenBy(point);
    if (broken.isPresent()) {
      return broken;
    }
    if (point.time().isBefore(oldest)) {
      return Optional.of("points beyond retention: older than " + oldest);
    }
    long measurement = catalog.measurement(point.measurement());
    Optional<String> conflict = conflict(measurement, point);
    if (conflict.isEmpty()) {
      upsert(measurement, point);
    }
    return conflict;
  }

  private Optional<String> conflict(long measurement, Point point) throws SQLException {
    int unknown = 0;
    for (Map.Entry<String, Value> field : point.fields().entrySet()) {
      Catalog.Column column = catalog.column(measurement, field.getKey());
      if (column == null) {
        unknown++;
      } else if (!column.fits(field.getValue())) {
        return Optional.of(typeConflict(point.measurement(), field.getKey(), column));
      }
    }
    return unknown == 0 || catalog.hasRoomFor(measurement, unknown)
        ? Optional.empty()
        : Optional.of("more than " + Catalog.MOST_FIELDS + " fields in " + point.measurement());
  }

  private static String typeConflict(String measurement, String field, Catalog.Column column) {
    return "field type conflict: %s of %s is kept as %s since it was first written"
        .formatted(field, measurement, column.isText() ? "text" : "a number");
  }

  private void upsert(long measurement, Point point) throws SQLException {
    List<Long> columns = new ArrayList<>(point.fields().size());
    for (Map.Entry<String, Value> field : point.fields().entrySet()) {
      Catalog.Column known = catalog.column(measurement, field.getKey());
      columns.add(
          (known != null ? known : catalog.addColumn(measurement, field.getKey(), field.getValue()))
              .id());
    }
    PreparedStatement upsert = upsert(new Shape(measurement, columns));
    upsert.setLong(1, catalog.series(measurement, point.tags()));
    upsert.setLong(2, point.time().toEpochMilli());
    bind(upsert, point.fields().values());
    upsert.executeUpdate();
  }

  private static void bind(PreparedStatement upsert, Iterable<Value> values) throws SQLException {
    int parameter = 3;
    for (Value value : values) {
      switch (value) {
        case Value.Number number -> upsert.setDouble(parameter, number.number());
        case Value.Text text -> upsert.setString(parameter, text.text());
      }
      parameter++;
    }
  }

  private PreparedStatement upsert(Shape shape) throws SQLException {
    PreparedStatement known = upserts.get(shape);
    if (known == null) {
      known = connection.prepareStatement(sql(shape));
      upserts.put(shape, known);
      closeLeastUsed();
    }
    return known;
  }

  private void closeLeastUsed() throws SQLException {
    if (upserts.size() > MOST_STATEMENTS) {
      Iterator<PreparedStatement> leastUsedFirst = upserts.values().iterator();
      leastUsedFirst.next().close();
      leastUsedFirst.remove();
    }
  }

  private static String sql(Shape shape) {
    return "INSERT INTO points_%d (series, time%s) VALUES (?, ?%s)"
            .formatted(
                shape.measurement(), joined(shape, ", f_%d"), ", ?".repeat(shape.columns().size()))
        + " ON CONFLICT (series, time) DO UPDATE SET "
        + joined(shape, ", f_%1$d = excluded.f_%1$d").substring(2);
  }

  private static String joined(Shape shape, String column) {
    return shape.columns().stream().map(column::formatted).collect(Collectors.joining());
  }
}
