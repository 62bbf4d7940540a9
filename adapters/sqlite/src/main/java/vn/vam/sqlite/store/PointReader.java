package vn.vam.sqlite.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.point.Summary;
import vn.vam.core.point.SummaryQuery;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Ids;

/** Reads samples from the file. Guarded by the store's reading lock. */
final class PointReader {
  private static final String RAW =
      """
      SELECT p.time, p.f_%2$d, s.device, %3$s
      FROM series s JOIN points_%1$d p ON p.series = s.id
      WHERE s.measurement = %1$d AND s.station = ? AND p.time >= ? AND p.time < ?
        AND p.f_%2$d IS NOT NULL
      ORDER BY p.time, s.id LIMIT ?
      """;

  /** The doubled remainder rounds down before 1970 too. */
  private static final String MEANS =
      """
      SELECT p.time - (p.time %% %3$d + %3$d) %% %3$d AS start, avg(p.f_%2$d)
      FROM series s JOIN points_%1$d p ON p.series = s.id
      WHERE s.measurement = %1$d AND s.station = ? AND p.time >= ? AND p.time < ?
        AND p.f_%2$d IS NOT NULL
      GROUP BY start ORDER BY start LIMIT ?
      """;

  private static final String FIGURES =
      """
      SELECT s.tags, p.time - (p.time %% %3$d + %3$d) %% %3$d AS start,
        avg(p.f_%2$d), min(p.f_%2$d), max(p.f_%2$d), count(p.f_%2$d)
      FROM series s JOIN points_%1$d p ON p.series = s.id
      WHERE s.measurement = %1$d AND s.station = ? AND p.time >= ? AND p.time < ?
        AND p.f_%2$d IS NOT NULL
      GROUP BY s.id, start ORDER BY s.id, start
      """;

  private record Field(long measurement, long column, String name) {}

  private record Window(String tags, long start) {}

  private record Source(long measurement, long column, OptionalLong quality) {}

  private final Connection connection;

  PointReader(Connection connection) {
    this.connection = connection;
  }

  List<Sample> read(SeriesQuery query) throws SQLException {
    if (query.isEmpty()) {
      return List.of();
    }
    Optional<Source> source = source(query);
    return source.isEmpty() ? List.of() : read(query, source.get());
  }

  private List<Sample> read(SeriesQuery query, Source source) throws SQLException {
    boolean means = query.every().isPresent();
    String sql = query.every().map(every -> means(source, every)).orElseGet(() -> raw(source));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, query.station().id().value());
      statement.setLong(2, query.from().toEpochMilli());
      statement.setLong(3, query.to().toEpochMilli());
      statement.setInt(4, query.most());
      try (ResultSet rows = statement.executeQuery()) {
        List<Sample> samples = new ArrayList<>();
        while (rows.next()) {
          samples.add(means ? mean(rows) : raw(rows));
        }
        return samples;
      }
    }
  }

  private static String raw(Source source) {
    String quality = source.quality().isPresent() ? "p.f_" + source.quality().getAsLong() : "NULL";
    return RAW.formatted(source.measurement(), source.column(), quality);
  }

  private static String means(Source source, Duration every) {
    return MEANS.formatted(source.measurement(), source.column(), every.toMillis());
  }

  private static Sample raw(ResultSet row) throws SQLException {
    Instant time = Instant.ofEpochMilli(row.getLong(1));
    return new Sample(time, row.getDouble(2), device(row.getString(3)), quality(row));
  }

  private static Optional<DeviceId> device(@Nullable String tag) {
    return Optional.ofNullable(tag).filter(Ids::isId).map(DeviceId::new);
  }

  private static Optional<Integer> quality(ResultSet row) throws SQLException {
    int flag = (int) row.getDouble(4);
    return row.wasNull() ? Optional.empty() : Optional.of(flag);
  }

  private static Sample mean(ResultSet row) throws SQLException {
    Instant start = Instant.ofEpochMilli(row.getLong(1));
    return new Sample(start, row.getDouble(2), Optional.empty(), Optional.empty());
  }

  List<Summary> summaries(SummaryQuery query) throws SQLException {
    Map<Window, TreeMap<String, Summary.Figures>> windows = new LinkedHashMap<>();
    for (Field field : numericFields(query.station().kind().measurement())) {
      addFigures(field, query, windows);
    }
    return windows.entrySet().stream()
        .map(
            window ->
                new Summary(
                    Catalog.tags(window.getKey().tags()),
                    Instant.ofEpochMilli(window.getKey().start()),
                    window.getValue()))
        .toList();
  }

  private List<Field> numericFields(String measurement) throws SQLException {
    try (PreparedStatement fields =
        connection.prepareStatement(
            """
            SELECT m.id, f.id, f.name FROM measurement m
            JOIN field f ON f.measurement = m.id AND NOT f.is_text WHERE m.name = ?
            """)) {
      fields.setString(1, measurement);
      try (ResultSet rows = fields.executeQuery()) {
        List<Field> found = new ArrayList<>();
        while (rows.next()) {
          found.add(new Field(rows.getLong(1), rows.getLong(2), rows.getString(3)));
        }
        return found;
      }
    }
  }

  private void addFigures(
      Field field, SummaryQuery query, Map<Window, TreeMap<String, Summary.Figures>> windows)
      throws SQLException {
    String sql = FIGURES.formatted(field.measurement(), field.column(), query.every().toMillis());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, query.station().id().value());
      statement.setLong(2, query.from().toEpochMilli());
      statement.setLong(3, query.to().toEpochMilli());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          windows
              .computeIfAbsent(
                  new Window(rows.getString(1), rows.getLong(2)), window -> new TreeMap<>())
              .put(field.name(), figures(rows));
        }
      }
    }
  }

  private static Summary.Figures figures(ResultSet row) throws SQLException {
    return new Summary.Figures(
        row.getDouble(3), row.getDouble(4), row.getDouble(5), row.getLong(6));
  }

  private Optional<Source> source(SeriesQuery query) throws SQLException {
    try (PreparedStatement names =
        connection.prepareStatement(
            """
            SELECT m.id, f.id, q.id
            FROM measurement m
            JOIN field f ON f.measurement = m.id AND f.name = ? AND NOT f.is_text
            LEFT JOIN field q ON q.measurement = m.id AND q.name = 'quality' AND NOT q.is_text
            WHERE m.name = ?
            """)) {
      names.setString(1, query.field());
      names.setString(2, query.station().kind().measurement());
      try (ResultSet found = names.executeQuery()) {
        return found.next() ? Optional.of(source(found)) : Optional.empty();
      }
    }
  }

  private static Source source(ResultSet found) throws SQLException {
    long quality = found.getLong(3);
    OptionalLong present = found.wasNull() ? OptionalLong.empty() : OptionalLong.of(quality);
    return new Source(found.getLong(1), found.getLong(2), present);
  }
}
