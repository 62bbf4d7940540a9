package vn.vam.sqlite.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.vam.core.point.Value;

/**
 * Finds the numbers that names have in the file, and gives them out to new ones. Remembers them in
 * memory, so it must be {@linkplain #forget told} when a transaction was rolled back. Guarded by
 * the writer's lock.
 */
final class Catalog {
  /** SQLite allows 2,000 columns; whoever needs this many has names where tags belong. */
  static final int MOST_FIELDS = 1_000;

  record Column(long id, boolean isText) {
    boolean fits(Value value) {
      return isText == (value instanceof Value.Text);
    }
  }

  private record Named(long measurement, String name) {}

  private record SeriesKey(long measurement, SortedMap<String, String> tags) {}

  private final Connection connection;
  private final Map<String, Long> measurements = new HashMap<>();
  private final Map<Named, Column> columns = new HashMap<>();
  private final Map<Long, Integer> columnsOf = new HashMap<>();
  private final Map<SeriesKey, Long> series = new HashMap<>();

  Catalog(Connection connection) {
    this.connection = connection;
  }

  void forget() {
    measurements.clear();
    columns.clear();
    columnsOf.clear();
    series.clear();
  }

  long measurement(String name) throws SQLException {
    Long known = measurements.get(name);
    if (known == null) {
      known = findMeasurement(name).orElseGet(() -> -1L);
      known = known < 0 ? addMeasurement(name) : known;
      measurements.put(name, known);
    }
    return known;
  }

  private Optional<Long> findMeasurement(String name) throws SQLException {
    return number("SELECT id FROM measurement WHERE name = ?", name);
  }

  private long addMeasurement(String name) throws SQLException {
    long id = insert("INSERT INTO measurement (name) VALUES (?)", name);
    Transaction.execute(
        connection,
        "CREATE TABLE points_%d (series INTEGER NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (series, time)) STRICT, WITHOUT ROWID"
            .formatted(id));
    return id;
  }

  /** The column of a field that was written before. */
  @Nullable Column column(long measurement, String name) throws SQLException {
    Named field = new Named(measurement, name);
    Column known = columns.get(field);
    if (known == null) {
      known = findColumn(measurement, name);
      if (known != null) {
        columns.put(field, known);
      }
    }
    return known;
  }

  private @Nullable Column findColumn(long measurement, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT id, is_text FROM field WHERE measurement = ? AND name = ?")) {
      query.setLong(1, measurement);
      query.setString(2, name);
      try (ResultSet found = query.executeQuery()) {
        return found.next() ? new Column(found.getLong(1), found.getBoolean(2)) : null;
      }
    }
  }

  boolean hasRoomFor(long measurement, int more) throws SQLException {
    Integer count = columnsOf.get(measurement);
    if (count == null) {
      count =
          (int)
              (long)
                  number("SELECT count(*) FROM field WHERE measurement = ?", measurement)
                      .orElseThrow();
      columnsOf.put(measurement, count);
    }
    return count + more <= MOST_FIELDS;
  }

  Column addColumn(long measurement, String name, Value first) throws SQLException {
    boolean isText = first instanceof Value.Text;
    long id =
        insert(
            "INSERT INTO field (measurement, name, is_text) VALUES (?, ?, ?)",
            measurement,
            name,
            isText ? 1 : 0);
    Transaction.execute(
        connection,
        "ALTER TABLE points_%d ADD COLUMN f_%d %s"
            .formatted(measurement, id, isText ? "TEXT" : "REAL"));
    Column added = new Column(id, isText);
    columns.put(new Named(measurement, name), added);
    columnsOf.remove(measurement);
    return added;
  }

  long series(long measurement, SortedMap<String, String> tags) throws SQLException {
    SeriesKey key = new SeriesKey(measurement, tags);
    Long known = series.get(key);
    if (known == null) {
      known = findOrAddSeries(measurement, tags);
      series.put(key, known);
    }
    return known;
  }

  private long findOrAddSeries(long measurement, SortedMap<String, String> tags)
      throws SQLException {
    String written = written(tags);
    Optional<Long> found =
        number("SELECT id FROM series WHERE measurement = ? AND tags = ?", measurement, written);
    return found.isPresent()
        ? found.get()
        : insert(
            "INSERT INTO series (measurement, tags, station, device) VALUES (?, ?, ?, ?)",
            measurement,
            written,
            tags.get("station"),
            tags.get("device"));
  }

  /** Tags hold no control characters, so these two keep them apart. */
  private static String written(SortedMap<String, String> tags) {
    StringBuilder written = new StringBuilder();
    tags.forEach((name, value) -> written.append(name).append('\t').append(value).append('\n'));
    return written.toString();
  }

  /** The opposite of {@link #written}. */
  static SortedMap<String, String> tags(String written) {
    TreeMap<String, String> tags = new TreeMap<>();
    written
        .lines()
        .forEach(
            line ->
                tags.put(
                    line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)));
    return tags;
  }

  private Optional<Long> number(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      bind(query, parameters);
      try (ResultSet found = query.executeQuery()) {
        return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
      }
    }
  }

  private long insert(String sql, @Nullable Object... parameters) throws SQLException {
    return number(sql + " RETURNING id", parameters).orElseThrow();
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
