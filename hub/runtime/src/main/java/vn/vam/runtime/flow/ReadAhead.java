package vn.vam.runtime.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.point.DoubtedPoints;
import vn.vam.core.point.PointStore;

/** Gathers what is next in the log into batches as large as the store takes. */
final class ReadAhead {
  private static final int READ_AT_ONCE = 16;

  private final ReadingLog readingLog;
  private final Deque<LogBatch> read = new ArrayDeque<>();
  private Place place;
  private final DoubtedPoints doubted = new DoubtedPoints();
  private PointBatch next = new PointBatch(PointStore.MOST_POINTS, doubted);

  ReadAhead(ReadingLog readingLog, Place place) {
    this.readingLog = readingLog;
    this.place = place;
  }

  /** The next batch, topped up with what was logged meanwhile; empty at the log's end. */
  PointBatch next() {
    while (isMoreRead() && next.add(read.element())) {
      place = Place.of(read.remove().number());
    }
    return next;
  }

  private boolean isMoreRead() {
    if (read.isEmpty()) {
      read.addAll(readingLog.read(place, READ_AT_ONCE));
    }
    return !read.isEmpty();
  }

  /** Nothing more fits into the next batch. */
  boolean isFull() {
    return !read.isEmpty() || next.isFull();
  }

  /** The next batch is on its way. */
  void sent() {
    next = new PointBatch(PointStore.MOST_POINTS, doubted);
  }
}
