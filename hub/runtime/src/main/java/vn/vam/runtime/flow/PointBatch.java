package vn.vam.runtime.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.log.Place;
import vn.vam.core.message.Outcome;
import vn.vam.core.point.Point;
import vn.vam.core.point.Points;

/**
 * The points of consecutive log batches, those of the same series and time merged, and the entries
 * each came from.
 */
final class PointBatch {
  private final List<Point> points = new ArrayList<>();
  private final List<List<LogEntry>> sources = new ArrayList<>();
  private final List<LogBatch> batches = new ArrayList<>();
  private final List<LogEntry> entries = new ArrayList<>();
  private final Map<Point.Series, Integer> index = new HashMap<>();
  private long merged;
  private Place place = Place.START;
  private Optional<Instant> arrivedAt = Optional.empty();

  private PointBatch() {}

  /** Takes batches until the next one might exceed {@code mostPoints}; always at least one. */
  static PointBatch of(List<LogBatch> batches, int mostPoints) {
    PointBatch result = new PointBatch();
    for (LogBatch batch : batches) {
      List<List<Point>> ofEntries = batch.entries().stream().map(PointBatch::pointsOf).toList();
      int more = ofEntries.stream().mapToInt(List::size).sum();
      if (!result.points.isEmpty() && result.points.size() + more > mostPoints) {
        break;
      }
      result.add(batch, ofEntries);
    }
    return result;
  }

  private static List<Point> pointsOf(LogEntry entry) {
    return entry.outcome() instanceof Outcome.Accepted accepted
        ? Points.of(accepted.readings())
        : List.of();
  }

  private void add(LogBatch batch, List<List<Point>> ofEntries) {
    for (int i = 0; i < ofEntries.size(); i++) {
      LogEntry entry = batch.entries().get(i);
      if (!ofEntries.get(i).isEmpty()) {
        entries.add(entry);
      }
      for (Point point : ofEntries.get(i)) {
        add(point, entry);
      }
    }
    place = Place.of(batch.number());
    arrivedAt = batch.arrivedAt().or(() -> arrivedAt);
    batches.add(batch);
  }

  private void add(Point point, LogEntry entry) {
    Integer at = index.putIfAbsent(point.series(), points.size());
    if (at == null) {
      points.add(point);
      sources.add(new ArrayList<>(List.of(entry)));
    } else {
      points.set(at, points.get(at).mergedWith(point));
      sources.get(at).add(entry);
      merged++;
    }
  }

  List<Point> points() {
    return points;
  }

  /** Accepted entries, each of which has at least one of the points. */
  List<LogEntry> entries() {
    return entries;
  }

  List<LogEntry> entriesOf(int point) {
    return sources.get(point);
  }

  /**
   * @param entry one of {@link #entries}
   */
  MessageId idOf(LogEntry entry) {
    for (LogBatch batch : batches) {
      for (int i = 0; i < batch.entries().size(); i++) {
        if (batch.entries().get(i) == entry) {
          return batch.messageId(i);
        }
      }
    }
    throw new IllegalArgumentException("an entry of another batch");
  }

  long merged() {
    return merged;
  }

  /** When its last message arrived; nothing where all of them are replays. */
  Optional<Instant> arrivedAt() {
    return arrivedAt;
  }

  Place place() {
    return place;
  }
}
