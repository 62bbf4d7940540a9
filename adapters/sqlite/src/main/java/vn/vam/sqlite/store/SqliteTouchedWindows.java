package vn.vam.sqlite.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.vam.core.point.TouchedWindows;

/** In a file of their own, a row a window. */
public final class SqliteTouchedWindows implements TouchedWindows {
  private static final int BUSY_MILLIS = 2_000;

  private final Handle handle;

  private SqliteTouchedWindows(Handle handle) {
    this.handle = handle;
  }

  public static SqliteTouchedWindows open(Path file) {
    Handle handle = Jdbi.create("jdbc:sqlite:" + file).open();
    handle.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
    handle.execute("PRAGMA journal_mode = WAL");
    handle.execute("PRAGMA synchronous = FULL");
    handle.execute(
        """
        CREATE TABLE IF NOT EXISTS touched (
          every INTEGER NOT NULL, start INTEGER NOT NULL, touches INTEGER NOT NULL,
          PRIMARY KEY (every, start)) STRICT, WITHOUT ROWID""");
    return new SqliteTouchedWindows(handle);
  }

  @Override
  public synchronized void touch(Duration every, Collection<Instant> starts) {
    if (starts.isEmpty()) {
      return;
    }
    handle.useTransaction(
        transaction -> {
          PreparedBatch batch =
              transaction.prepareBatch(
                  """
                  INSERT INTO touched VALUES (?, ?, 1)
                  ON CONFLICT DO UPDATE SET touches = touches + 1""");
          starts.forEach(start -> batch.add(every.toMillis(), start.toEpochMilli()));
          batch.execute();
        });
  }

  @Override
  public synchronized List<Window> startingBefore(Duration every, Instant bound, int most) {
    return handle
        .createQuery(
            "SELECT start, touches FROM touched WHERE every = ? AND start < ? ORDER BY start LIMIT ?")
        .bind(0, every.toMillis())
        .bind(1, bound.toEpochMilli())
        .bind(2, most)
        .map((row, context) -> new Window(Instant.ofEpochMilli(row.getLong(1)), row.getLong(2)))
        .list();
  }

  @Override
  public synchronized void done(Duration every, Collection<Window> windows) {
    handle.useTransaction(
        transaction -> {
          PreparedBatch batch =
              transaction.prepareBatch(
                  "DELETE FROM touched WHERE every = ? AND start = ? AND touches = ?");
          windows.forEach(
              window ->
                  batch.add(every.toMillis(), window.start().toEpochMilli(), window.touches()));
          batch.execute();
        });
  }

  @Override
  public synchronized void close() {
    handle.close();
  }
}
