package vn.vam.sqlite.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.log.Place;
import vn.vam.core.log.TakenUp;

/**
 * When the rules took up their work while a segment was the newest. An older hub neither writes nor
 * reads it, and its segments have none.
 */
final class TakenUpTable {
  private TakenUpTable() {}

  static void insert(Connection connection, TakenUp mark) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS taken_up (at INTEGER, stood_since INTEGER, judged INTEGER, logged INTEGER)");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO taken_up VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, mark.at().toEpochMilli());
      insert.setObject(2, mark.stoodSince().map(Instant::toEpochMilli).orElse(null));
      insert.setLong(3, mark.judged().batch());
      insert.setLong(4, mark.logged().batch());
      insert.executeUpdate();
    }
  }

  /** In the order in which they were written. */
  static List<TakenUp> read(Connection connection) throws SQLException {
    List<TakenUp> marks = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (!isThere(statement)) {
        return marks;
      }
      try (ResultSet rows = statement.executeQuery("SELECT * FROM taken_up ORDER BY rowid")) {
        while (rows.next()) {
          marks.add(mark(rows));
        }
      }
    }
    return marks;
  }

  private static TakenUp mark(ResultSet rows) throws SQLException {
    long since = rows.getLong("stood_since");
    Optional<Instant> stoodSince =
        rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since));
    return new TakenUp(
        Instant.ofEpochMilli(rows.getLong("at")),
        stoodSince,
        Place.of(rows.getLong("judged")),
        Place.of(rows.getLong("logged")));
  }

  private static boolean isThere(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'taken_up'")) {
      return rows.next();
    }
  }
}
