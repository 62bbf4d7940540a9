package vn.vam.app.history;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.message.Outcome;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Points;
import vn.vam.core.reading.Reading;
import vn.vam.sqlite.log.KeptLog;

/**
 * Accepted readings of the kept log into the store again, such as after the database was lost. The
 * log is only read, and nobody is alerted.
 *
 * @param from when the device measured; inclusive
 * @param to exclusive
 */
public record LogReplay(Instant from, Instant to) {

  /** What came of it. */
  public record Result(long messages, long written, long refused) {}

  /**
   * Doing it twice changes nothing.
   *
   * @param progress takes a line now and then
   */
  public Result of(KeptLog log, PointStore store, Consumer<String> progress)
      throws InterruptedException {
    StoreFeed feed = new StoreFeed(store, progress);
    long messages = 0;
    for (LogBatch batch : log.batches(progress)) {
      for (LogEntry entry : batch.entries()) {
        List<Point> points = points(entry);
        messages += points.isEmpty() ? 0 : 1;
        for (Point point : points) {
          feed.add(point);
        }
      }
    }
    feed.flush();
    return new Result(messages, feed.written(), feed.refused());
  }

  private List<Point> points(LogEntry entry) {
    return entry.outcome() instanceof Outcome.Accepted accepted
        ? Points.of(accepted.readings().stream().filter(this::isWithin).toList())
        : List.of();
  }

  private boolean isWithin(Reading reading) {
    return !reading.takenAt().isBefore(from) && reading.takenAt().isBefore(to);
  }
}
