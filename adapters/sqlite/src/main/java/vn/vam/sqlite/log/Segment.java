package vn.vam.sqlite.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.TakenUp;

/** One file of the log: consecutive batches, a row each. */
final class Segment implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Segment.class);

  private final SegmentFile file;
  private final Connection writing;
  private final Connection reading;
  private final Instant openedAt;
  private final Set<Long> damaged = new HashSet<>();
  private long last;
  private long readableUpTo = Long.MAX_VALUE;
  private OptionalLong sealedBytes = OptionalLong.empty();
  private Optional<Instant> oldest = Optional.empty();

  private Segment(SegmentFile file, Connection writing, Connection reading, Instant now) {
    this.file = file;
    this.writing = writing;
    this.reading = reading;
    this.openedAt = now;
  }

  /**
   * Of a damaged one, what can still be read stays readable; nothing is appended to it.
   *
   * @throws SQLException that names the file
   */
  static Segment open(SegmentFile file, Instant now) throws SQLException {
    Segment segment = connected(file, now);
    try {
      segment.prepare();
      return segment;
    } catch (SQLException failure) {
      segment.close();
      throw named(file, failure);
    }
  }

  /**
   * For a process that only reads, beside the one that writes; ends where the segment ends now.
   *
   * @throws SQLException that names the file
   */
  static Segment openToRead(SegmentFile file, Instant now) throws SQLException {
    SQLiteConfig readOnly = new SQLiteConfig();
    readOnly.setReadOnly(true);
    Connection connection = readOnly.createConnection("jdbc:sqlite:" + file.path());
    Segment segment = new Segment(file, connection, connection, now);
    try {
      segment.findLast();
      return segment;
    } catch (SQLException failure) {
      segment.close();
      throw named(file, failure);
    }
  }

  private static Segment connected(SegmentFile file, Instant now) throws SQLException {
    Connection writing = connect(file.path());
    try {
      return new Segment(file, writing, connect(file.path()), now);
    } catch (SQLException failure) {
      writing.close();
      throw named(file, failure);
    }
  }

  private static SQLException named(SegmentFile file, SQLException failure) {
    return new SQLException(file.name() + ": " + failure.getMessage(), failure);
  }

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private void prepare() throws SQLException {
    try (Statement statement = writing.createStatement()) {
      // FULL: a commit returns only after the write-ahead log is forced to disk.
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS batch (number INTEGER PRIMARY KEY, body BLOB NOT NULL)");
      statement.execute(SetAsideTables.OF_ALL);
    } catch (SQLException failure) {
      throwUnlessDamage(failure);
    }
    findLast();
  }

  private void findLast() throws SQLException {
    try {
      last = newest("SELECT max(number) FROM batch").orElse(first() - 1);
    } catch (SQLException failure) {
      last = salvaged(failure);
      markDamaged(last);
    }
  }

  private OptionalLong newest(String query) throws SQLException {
    try (Statement statement = reading.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      long found = rows.getLong(1);
      return found == 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }
  }

  /** The last batch that can be read from the beginning on, where there is one. */
  private long salvaged(SQLException failure) throws SQLException {
    long found = 0;
    try (Statement statement = reading.createStatement();
        ResultSet rows = statement.executeQuery("SELECT number FROM batch ORDER BY number")) {
      while (rows.next()) {
        found = rows.getLong(1);
      }
    } catch (SQLException damaged) {
      failure.addSuppressed(damaged);
    }
    if (found == 0 || !Failures.isDamage(failure)) {
      throw failure;
    }
    return found;
  }

  private synchronized void markDamaged(long readable) {
    if (readable < readableUpTo) {
      readableUpTo = readable;
      log.error(
          "a segment of the reading log is damaged: batches behind a number in it are lost, file={} number={}",
          file.path(),
          readable);
    }
  }

  synchronized boolean isDamaged() {
    return readableUpTo != Long.MAX_VALUE;
  }

  /** The number of its first batch. */
  long first() {
    return file.first();
  }

  /** The number of its last batch; one less than the first while it is empty. */
  synchronized long last() {
    return last;
  }

  boolean isEmpty() {
    return last() < first();
  }

  /** Whether a reader at this place still finds something here. */
  synchronized boolean reaches(long after) {
    return Math.min(last, readableUpTo) > after;
  }

  /** A number no batch of a damaged segment can have had: one takes at least 16 bytes. */
  long numberBehind() throws IOException {
    return isDamaged() ? Math.max(last(), file.mostNumber()) + 1 : last() + 1;
  }

  Instant openedAt() {
    return openedAt;
  }

  /** On disk, with what stands ahead of the file. */
  long bytes() throws IOException {
    return sealedBytes.isPresent() ? sealedBytes.getAsLong() : file.bytes();
  }

  Instant lastWritten() {
    try {
      return file.lastWritten();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** When its first message arrived. */
  Optional<Instant> oldest() throws SQLException {
    if (oldest.isEmpty()) {
      oldest =
          read(first() - 1, 1).stream()
              .findFirst()
              .map(batch -> batch.entries().getFirst().message().arrivedAt());
    }
    return oldest;
  }

  void append(long number, List<LogEntry> entries) throws SQLException {
    byte[] body = BatchCodec.encode(entries);
    if (entries.stream().anyMatch(LogEntry::isSetAside)) {
      insertSetAside(number, entries, body);
    } else {
      insert(number, body);
    }
    synchronized (this) {
      last = number;
    }
  }

  private void insertSetAside(long number, List<LogEntry> entries, byte[] body)
      throws SQLException {
    writing.setAutoCommit(false);
    try {
      SetAsideTables.insert(writing, number, entries);
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

  void takenUp(TakenUp mark) throws SQLException {
    TakenUpTable.insert(writing, mark);
  }

  /** Of a damaged one those that can be read. */
  List<TakenUp> takenUp() throws SQLException {
    synchronized (reading) {
      try {
        return TakenUpTable.read(reading);
      } catch (SQLException failure) {
        throwUnlessDamage(failure);
        return List.of();
      }
    }
  }

  /** Nothing will be appended any more: gives back what stands ahead of the file. */
  void seal() throws IOException {
    try (Statement statement = writing.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException noRoom) {
      log.info("a closed segment keeps its write-ahead log, file={}", file.name(), noRoom);
    }
    sealedBytes = OptionalLong.of(file.bytes());
  }

  /** Of a damaged one what can be read. */
  void addTo(SetAside found) throws SQLException {
    synchronized (reading) {
      try {
        SetAsideTables.read(reading, found);
      } catch (SQLException failure) {
        throwUnlessDamage(failure);
      }
    }
  }

  /** Batches that cannot be read are left out and named. */
  List<LogBatch> read(long after, int most) throws SQLException {
    synchronized (reading) {
      long from = after;
      List<LogBatch> batches = new ArrayList<>();
      while (batches.isEmpty() && reaches(from)) {
        from = read(from, most, batches);
      }
      return batches;
    }
  }

  /** Returns the number of the last batch it met. */
  private long read(long after, int most, List<LogBatch> batches) throws SQLException {
    long met = after;
    try (PreparedStatement select =
        reading.prepareStatement(
            "SELECT number, body FROM batch WHERE number > ? ORDER BY number LIMIT ?")) {
      select.setLong(1, after);
      select.setInt(2, most);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          met = rows.getLong(1);
          decode(met, rows.getBytes(2)).ifPresent(batches::add);
        }
      }
    } catch (SQLException failure) {
      throwUnlessDamage(failure);
      if (met == after) {
        markDamaged(after);
      }
    }
    return met == after ? last() : met;
  }

  private Optional<LogBatch> decode(long number, byte[] body) {
    try {
      return Optional.of(new LogBatch(number, BatchCodec.decode(body)));
    } catch (IllegalArgumentException broken) {
      foundDamaged(number, broken);
      return Optional.empty();
    }
  }

  /** Told once, however many read past it. */
  private synchronized void foundDamaged(long number, IllegalArgumentException broken) {
    if (damaged.add(number)) {
      log.error(
          "a batch of the reading log is damaged and lost, file={} number={}",
          file.path(),
          number,
          broken);
    }
  }

  /** How many batches, and whether its end too, were found so. */
  synchronized long damaged() {
    return damaged.size() + (isDamaged() ? 1 : 0);
  }

  private static void throwUnlessDamage(SQLException failure) throws SQLException {
    if (!Failures.isDamage(failure)) {
      throw failure;
    }
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
    file.delete();
  }
}
