package vn.vam.sqlite.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import vn.vam.core.point.PointStore.StoreUnavailable;

/** Opens the file, lays out its tables, and tells an operator what is wrong with it. */
record StoreFile(Path path) {
  private static final int LAYOUT = 1;
  private static final int BUSY_MILLIS = 2_000;
  private static final int WAL_BYTES = 64 << 20;

  /**
   * Names live here once, as small numbers; each measurement has a table {@code points_ID} of its
   * own with a column {@code f_ID} for each field, so that no name ever becomes part of a
   * statement.
   */
  private static final String[] TABLES = {
    "CREATE TABLE measurement (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    """
    CREATE TABLE field (
      id INTEGER PRIMARY KEY, measurement INTEGER NOT NULL, name TEXT NOT NULL,
      is_text INTEGER NOT NULL, UNIQUE (measurement, name)) STRICT
    """,
    """
    CREATE TABLE series (
      id INTEGER PRIMARY KEY, measurement INTEGER NOT NULL, tags TEXT NOT NULL,
      station TEXT, device TEXT, UNIQUE (measurement, tags)) STRICT
    """,
    "CREATE INDEX series_of_station ON series (measurement, station)"
  };

  /**
   * {@code synchronous=FULL}: the reader's place in the log moves on once a batch is written, so
   * written has to mean on disk. One sync for up to 5,000 points costs little.
   */
  Connection openToWrite() {
    SQLiteConfig config = config();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setJournalSizeLimit(WAL_BYTES);
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      return laidOut(config.createConnection("jdbc:sqlite:" + path));
    } catch (IOException | SQLException broken) {
      throw new StoreUnavailable(path + " cannot be opened: " + reason(broken), broken);
    }
  }

  Connection openToRead() throws SQLException {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + path);
  }

  /** For the operator: what is wrong and what to do. */
  String reason(Exception failed) {
    if (!(failed instanceof SQLException sql)) {
      return String.valueOf(failed.getMessage());
    }
    return switch (SQLiteErrorCode.getErrorCode(sql.getErrorCode() & 0xff)) {
      case SQLITE_FULL -> "the disk with " + path + " is full: make room there";
      case SQLITE_BUSY, SQLITE_LOCKED -> "another process holds " + path + ": end it";
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
          path + " and its folder must be writable: " + sql.getMessage();
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          path + " is damaged: move it away and replay the log: " + sql.getMessage();
      default -> path + ": " + sql.getMessage();
    };
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-16 << 10);
    return config;
  }

  private Connection laidOut(Connection connection) throws SQLException {
    try {
      int layout = layoutOf(connection);
      if (layout > LAYOUT) {
        throw new SQLException("it was written by a newer version of the hub");
      }
      if (layout < LAYOUT) {
        Transaction.of(connection, () -> layOut(connection));
      }
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  private static int layoutOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("PRAGMA user_version")) {
      return version.getInt(1);
    }
  }

  private static int layOut(Connection connection) throws SQLException {
    for (String table : TABLES) {
      Transaction.execute(connection, table);
    }
    Transaction.execute(connection, "PRAGMA user_version = " + LAYOUT);
    return LAYOUT;
  }
}
