package vn.vam.sqlite.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes what is too old, in bites small enough that writers hardly wait. The file does not
 * shrink; new points take the room of old ones. Every call holds the store's writing lock.
 */
final class Retention {
  private static final int BITE = 5_000;

  /** A series and the table its points are in. */
  record Row(long series, long measurement) {}

  private final Connection connection;

  Retention(Connection connection) {
    this.connection = connection;
  }

  List<Row> series() throws SQLException {
    List<Row> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, measurement FROM series")) {
      while (rows.next()) {
        all.add(new Row(rows.getLong(1), rows.getLong(2)));
      }
    }
    return all;
  }

  /** How many points went; as many as a bite holds means that there may be more. */
  int forgetBite(Row of, Instant oldest) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql(of))) {
      delete.setLong(1, of.series());
      delete.setLong(2, oldest.toEpochMilli());
      return delete.executeUpdate();
    }
  }

  static boolean mayBeMore(int gone) {
    return gone == BITE;
  }

  private static String sql(Row of) {
    return """
        DELETE FROM points_%1$d WHERE (series, time) IN (
          SELECT series, time FROM points_%1$d WHERE series = ? AND time < ? ORDER BY time LIMIT %2$d)
        """
        .formatted(of.measurement(), BITE);
  }
}
