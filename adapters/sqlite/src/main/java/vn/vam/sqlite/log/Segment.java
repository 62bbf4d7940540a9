package vn.vam.sqlite.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;

/** One file of the log: consecutive batches, a row each. Its name tells its first batch. */
final class Segment implements AutoCloseable {
  private static final String PREFIX = "log-";
  private static final String SUFFIX = ".db";

  private final Path file;
  private final long first;
  private final Connection writing;
  private final Connection reading;
  private final Instant openedAt;
  private long last;

  private Segment(Path file, long first, Connection writing, Connection reading, Instant now)
      throws SQLException {
    this.file = file;
    this.first = first;
    this.writing = writing;
    this.reading = reading;
    this.openedAt = now;
    this.last = readLast();
  }

  static boolean isSegment(Path file) {
    return file.getFileName().toString().matches(PREFIX + "\\d{16}\\" + SUFFIX);
  }

  static Segment open(Path directory, long first, Instant now) throws SQLException {
    return open(directory.resolve(PREFIX + "%016d".formatted(first) + SUFFIX), now);
  }

  /**
   * @throws SQLException that names the file
   */
  static Segment open(Path file, Instant now) throws SQLException {
    String name = file.getFileName().toString();
    long first = Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    try {
      return new Segment(file, first, prepared(connect(file)), connect(file), now);
    } catch (SQLException failure) {
      throw new SQLException(name + ": " + failure.getMessage(), failure);
    }
  }

  private static Connection prepared(Connection writing) throws SQLException {
    try (Statement statement = writing.createStatement()) {
      // FULL: a commit returns only after the write-ahead log is forced to disk.
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS batch (number INTEGER PRIMARY KEY, body BLOB NOT NULL)");
      statement.execute("CREATE TABLE IF NOT EXISTS set_aside (number INTEGER PRIMARY KEY)");
      return writing;
    } catch (SQLException failure) {
      writing.close();
      throw failure;
    }
  }

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private long readLast() throws SQLException {
    try (Statement statement = reading.createStatement();
        ResultSet rows = statement.executeQuery("SELECT coalesce(max(number), 0) FROM batch")) {
      rows.next();
      long found = rows.getLong(1);
      return found == 0 ? first - 1 : found;
    }
  }

  /** The number of its first batch. */
  long first() {
    return first;
  }

  /** The number of its last batch; one less than the first while it is empty. */
  synchronized long last() {
    return last;
  }

  Instant openedAt() {
    return openedAt;
  }

  long bytes() throws IOException {
    return Files.size(file);
  }

  /** What was written last may still stand ahead of the file. */
  Instant lastWritten() {
    try {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      Path ahead = Path.of(file + "-wal");
      Instant writtenAhead =
          Files.exists(ahead) ? Files.getLastModifiedTime(ahead).toInstant() : written;
      return writtenAhead.isAfter(written) ? writtenAhead : written;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void append(long number, List<LogEntry> entries) throws SQLException {
    byte[] body = BatchCodec.encode(entries);
    if (entries.stream().anyMatch(LogEntry::isSetAside)) {
      insertSetAside(number, body);
    } else {
      insert(number, body);
    }
    synchronized (this) {
      last = number;
    }
  }

  private void insertSetAside(long number, byte[] body) throws SQLException {
    writing.setAutoCommit(false);
    try (PreparedStatement insert =
        writing.prepareStatement("INSERT OR REPLACE INTO set_aside (number) VALUES (?)")) {
      insert.setLong(1, number);
      insert.executeUpdate();
      insert(number, body);
      writing.commit();
    } catch (SQLException failure) {
      writing.rollback();
      throw failure;
    } finally {
      writing.setAutoCommit(true);
    }
  }

  /** Replaces what a commit of unknown end may have left under the same number. */
  private void insert(long number, byte[] body) throws SQLException {
    try (PreparedStatement insert =
        writing.prepareStatement("INSERT OR REPLACE INTO batch (number, body) VALUES (?, ?)")) {
      insert.setLong(1, number);
      insert.setBytes(2, body);
      insert.executeUpdate();
    }
  }

  /** Numbers of the newest batches with something set aside, newest first. */
  List<Long> setAside(int most) throws SQLException {
    synchronized (reading) {
      try (PreparedStatement select =
          reading.prepareStatement("SELECT number FROM set_aside ORDER BY number DESC LIMIT ?")) {
        select.setInt(1, most);
        List<Long> numbers = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            numbers.add(rows.getLong(1));
          }
        }
        return numbers;
      }
    }
  }

  List<LogBatch> read(long after, int most) throws SQLException {
    synchronized (reading) {
      try (PreparedStatement select =
          reading.prepareStatement(
              "SELECT number, body FROM batch WHERE number > ? ORDER BY number LIMIT ?")) {
        select.setLong(1, after);
        select.setInt(2, most);
        return batches(select);
      }
    }
  }

  private static List<LogBatch> batches(PreparedStatement select) throws SQLException {
    List<LogBatch> batches = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        batches.add(new LogBatch(rows.getLong(1), BatchCodec.decode(rows.getBytes(2))));
      }
    }
    return batches;
  }

  @Override
  public void close() throws SQLException {
    synchronized (reading) {
      reading.close();
    }
    writing.close();
  }

  void delete() throws SQLException, IOException {
    close();
    Files.deleteIfExists(file);
    Files.deleteIfExists(Path.of(file + "-wal"));
    Files.deleteIfExists(Path.of(file + "-shm"));
  }
}
