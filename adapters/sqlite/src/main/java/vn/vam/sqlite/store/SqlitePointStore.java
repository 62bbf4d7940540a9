package vn.vam.sqlite.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointLimits;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.point.Stored;
import vn.vam.core.point.Summary;
import vn.vam.core.point.SummaryQuery;

/**
 * Keeps points in one SQLite file, nothing to install. One writer at a time, and readers that never
 * wait for it. Call it from platform threads: SQLite works inside native calls, which would hold
 * the carrier of a virtual thread.
 */
public final class SqlitePointStore implements PointStore {
  private static final Logger LOG = LoggerFactory.getLogger(SqlitePointStore.class);

  private final SqliteStoreConfig config;
  private final Clock clock;
  private final StoreFile file;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final ReentrantLock reading = new ReentrantLock(true);
  private final Connection toWrite;
  private final Connection toRead;
  private final PointWriter writer;
  private final PointReader reader;
  private final WholePoints wholePoints;
  private final Retention retention;
  private final ScheduledExecutorService forgetting =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sqlite-store-retention").factory());

  /**
   * @throws StoreUnavailable when the file cannot be opened
   */
  public SqlitePointStore(SqliteStoreConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.file = new StoreFile(config.file());
    this.toWrite = file.openToWrite();
    this.toRead = openToRead();
    this.writer = new PointWriter(toWrite);
    this.reader = new PointReader(toRead);
    this.wholePoints = new WholePoints(toRead);
    this.retention = new Retention(toWrite);
    config
        .retention()
        .ifPresent(
            length -> forgetting.scheduleWithFixedDelay(this::forgetOld, 1, 60, TimeUnit.MINUTES));
  }

  private Connection openToRead() {
    try {
      return file.openToRead();
    } catch (SQLException broken) {
      close(toWrite);
      throw new StoreUnavailable(file.reason(broken), broken);
    }
  }

  @Override
  public Stored write(List<Point> points) {
    if (points.size() > MOST_POINTS) {
      throw new IllegalArgumentException("at most 5,000 points, were " + points.size());
    }
    writing.lock();
    try {
      return writer.write(points, oldest());
    } catch (SQLException failed) {
      return new Stored.Deferred(file.reason(failed));
    } finally {
      writing.unlock();
    }
  }

  @Override
  public List<Sample> read(SeriesQuery query) {
    return reading(() -> reader.read(query));
  }

  @Override
  public List<Point> points(PointQuery query) {
    return reading(() -> wholePoints.read(query));
  }

  @Override
  public List<Summary> summaries(SummaryQuery query) {
    return reading(() -> reader.summaries(query));
  }

  private interface Question<T> {
    T ask() throws SQLException;
  }

  private <T> T reading(Question<T> question) {
    reading.lock();
    try {
      return question.ask();
    } catch (SQLException failed) {
      throw new StoreUnavailable(file.reason(failed), failed);
    } finally {
      reading.unlock();
    }
  }

  /**
   * Deletes what lies beyond retention; runs by itself every hour. Writers get their turn after
   * every 5,000 points.
   *
   * @return how many points went
   */
  public long forgetOld() {
    Instant oldest = oldest();
    long gone = 0;
    try {
      for (Retention.Row series : seriesToForget()) {
        gone += forget(series, oldest);
      }
    } catch (SQLException failed) {
      LOG.warn("Old points stay for now: reason={}", file.reason(failed));
    }
    return gone;
  }

  private List<Retention.Row> seriesToForget() throws SQLException {
    writing.lock();
    try {
      return retention.series();
    } finally {
      writing.unlock();
    }
  }

  private long forget(Retention.Row series, Instant oldest) throws SQLException {
    long all = 0;
    int gone;
    do {
      writing.lock();
      try {
        gone = retention.forgetBite(series, oldest);
      } finally {
        writing.unlock();
      }
      all += gone;
    } while (Retention.mayBeMore(gone));
    return all;
  }

  private Instant oldest() {
    return config.retention().map(clock.instant()::minus).orElse(PointLimits.EARLIEST);
  }

  @Override
  public void close() {
    forgetting.shutdown();
    writing.lock();
    reading.lock();
    try {
      close(toRead);
      close(toWrite);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }

  private void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException failed) {
      LOG.warn("The store did not close cleanly: reason={}", file.reason(failed));
    }
  }
}
