package vn.vam.runtime.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.log.Place;
import vn.vam.core.message.Outcome;
import vn.vam.core.point.DoubtedPoints;
import vn.vam.core.point.Point;
import vn.vam.core.point.Points;

/**
 * The points of consecutive log batches, those of the same series and time merged, and the entries
 * each came from.
 */
final class PointBatch {
  /** Those without points take room in memory too. */
  private static final int MOST_MESSAGES = 10_000;

  private final int mostPoints;
  private final DoubtedPoints doubted;
  private final List<Point> points = new ArrayList<>();
  private final List<List<LogEntry>> sources = new ArrayList<>();
  private final List<LogBatch> batches = new ArrayList<>();
  private final List<LogEntry> entries = new ArrayList<>();
  private final Map<Point.Series, Integer> index = new HashMap<>();
  private int messages;
  private long merged;
  private Place place = Place.START;
  private Optional<Instant> arrivedAt = Optional.empty();

  /**
   * @param mostPoints what the store takes at once
   * @param doubted those of earlier batches
   */
  PointBatch(int mostPoints, DoubtedPoints doubted) {
    this.mostPoints = mostPoints;
    this.doubted = doubted;
  }

  /**
   * Takes the next batch of the log, unless it might be too much; the first one always.
   *
   * @return whether it was taken
   */
  boolean add(LogBatch batch) {
    List<List<Point>> ofEntries = batch.entries().stream().map(PointBatch::pointsOf).toList();
    int morePoints = ofEntries.stream().mapToInt(List::size).sum();
    int moreMessages = messages + ofEntries.size();
    if (!batches.isEmpty()
        && (points.size() + morePoints > mostPoints || moreMessages > MOST_MESSAGES)) {
      return false;
    }
    messages = moreMessages;
    add(batch, ofEntries);
    return true;
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
        add(doubted.written(point), entry);
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

  boolean isEmpty() {
    return batches.isEmpty();
  }

  boolean isFull() {
    return points.size() >= mostPoints;
  }

  /** Whether a point here and one there are the same series and time. */
  boolean sharesPointWith(PointBatch other) {
    return !Collections.disjoint(index.keySet(), other.index.keySet());
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
