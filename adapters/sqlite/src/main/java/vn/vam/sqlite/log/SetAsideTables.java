package vn.vam.sqlite.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import vn.vam.core.log.LogEntry;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Sender;
import vn.vam.core.station.DeviceId;

/**
 * Which batches of a segment hold a rejected message or a replay, and of whom. An older hub writes
 * the first table alone, and its segments have no other.
 */
final class SetAsideTables {
  static final String OF_ALL = "CREATE TABLE IF NOT EXISTS set_aside (number INTEGER PRIMARY KEY)";

  private static final String BY_SENDER =
      """
      CREATE TABLE IF NOT EXISTS set_aside_by (
        sender TEXT, number INTEGER, PRIMARY KEY (sender, number)) WITHOUT ROWID""";

  /** No sender is called so: ids of sources are not empty. */
  private static final String REPLAYS = "";

  private SetAsideTables() {}

  /**
   * Within the caller's transaction. The second table is made here and not where a segment is
   * opened, since an older hub's may be opened on a full disk.
   */
  static void insert(Connection connection, long number, List<LogEntry> entries)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(BY_SENDER);
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO set_aside (number) VALUES (?)")) {
      insert.setLong(1, number);
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO set_aside_by VALUES (?, ?)")) {
      for (String sender : senders(entries)) {
        insert.setString(1, sender);
        insert.setLong(2, number);
        insert.executeUpdate();
      }
    }
  }

  private static List<String> senders(List<LogEntry> entries) {
    return entries.stream().flatMap(SetAsideTables::senders).distinct().toList();
  }

  private static Stream<String> senders(LogEntry entry) {
    return Stream.concat(
        entry.replayOf().stream().map(replay -> REPLAYS),
        entry.outcome() instanceof Outcome.Rejected rejected
            ? Stream.of(name(Sender.of(entry.message(), rejected)))
            : Stream.empty());
  }

  private static String name(Sender sender) {
    return sender.source() + "/" + sender.device().map(DeviceId::value).orElse("");
  }

  /** The newest first, as far as there is room for them. */
  static void read(Connection connection, SetAside found) throws SQLException {
    read(
        connection,
        "SELECT number FROM set_aside ORDER BY number DESC LIMIT ?",
        found.roomForNewest(),
        found::addNewest);
    for (String sender : senders(connection)) {
      if (sender.equals(REPLAYS)) {
        readOf(connection, sender, found.roomForReplays(), found::addReplay);
      } else {
        readOf(connection, sender, found.roomFor(sender), number -> found.add(sender, number));
      }
    }
  }

  private static List<String> senders(Connection connection) throws SQLException {
    List<String> senders = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (tellsSenders(statement)) {
        try (ResultSet rows =
            statement.executeQuery("SELECT DISTINCT sender FROM set_aside_by ORDER BY sender")) {
          while (rows.next()) {
            senders.add(rows.getString(1));
          }
        }
      }
    }
    return senders;
  }

  private static boolean tellsSenders(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'set_aside_by'")) {
      return rows.next();
    }
  }

  private static void readOf(Connection connection, String sender, int most, LongConsumer to)
      throws SQLException {
    read(
        connection,
        "SELECT number FROM set_aside_by WHERE sender = ?2 ORDER BY number DESC LIMIT ?1",
        most,
        to,
        sender);
  }

  private static void read(
      Connection connection, String query, int most, LongConsumer to, String... arguments)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setInt(1, most);
      for (int i = 0; i < arguments.length; i++) {
        select.setString(i + 2, arguments[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          to.accept(rows.getLong(1));
        }
      }
    }
  }
}
