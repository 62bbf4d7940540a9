package vn.vam.sqlite.log;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.message.DuplicateFilter;

/** The log's files, the oldest first; batches are appended to the newest. The log guards it. */
final class Segments implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Segments.class);

  private final LogConfig config;
  private final Clock clock;
  private final TreeMap<Long, Segment> byFirst = new TreeMap<>();

  Segments(LogConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * Those of the directory, made where it is not there yet; all but the newest are closed to
   * appending.
   */
  void open() throws SQLException, IOException {
    Files.createDirectories(config.directory());
    long next = 1;
    for (SegmentFile file : SegmentFile.list(config.directory())) {
      next = open(file, next);
    }
    if (byFirst.isEmpty() || newest().numberBehind() < next) {
      roll(next);
    }
    for (Segment closed : byFirst.headMap(byFirst.lastKey()).values()) {
      closed.seal();
    }
  }

  /**
   * Returns a number behind all batches it ever had.
   *
   * @param reached the same of those before it: one that holds nothing and begins before that was
   *     begun on a full disk, and given up for the one before it
   */
  private long open(SegmentFile file, long reached) throws SQLException, IOException {
    try {
      Segment segment = Segment.open(file, clock.instant());
      if (segment.isEmpty() && file.first() < reached) {
        segment.delete();
        return reached;
      }
      byFirst.put(file.first(), segment);
      return segment.numberBehind();
    } catch (SQLException failure) {
      if (!Failures.isDamage(failure)) {
        throw failure;
      }
      log.error(
          "a segment of the reading log cannot be read and is set aside, file={}",
          file.path(),
          failure);
      long behind = file.mostNumber() + 1;
      file.setAside();
      return behind;
    }
  }

  /** Begins another, which is the newest then. */
  Segment roll(long first) throws SQLException, IOException {
    Segment segment = begin(SegmentFile.in(config.directory(), first));
    Map.Entry<Long, Segment> before = byFirst.lastEntry();
    byFirst.put(first, segment);
    if (before != null) {
      before.getValue().seal();
    }
    return segment;
  }

  /** What cannot be begun leaves nothing that could be taken for the end of the log. */
  private Segment begin(SegmentFile file) throws SQLException, IOException {
    try {
      return Segment.open(file, clock.instant());
    } catch (SQLException failure) {
      if (!byFirst.containsKey(file.first())) {
        file.delete();
      }
      throw failure;
    }
  }

  Segment newest() {
    return byFirst.lastEntry().getValue();
  }

  Segment oldest() {
    return byFirst.firstEntry().getValue();
  }

  List<Segment> newestFirst() {
    return List.copyOf(byFirst.descendingMap().values());
  }

  /** Where a reader behind that batch goes on, the oldest first. */
  List<Segment> behind(long batch) {
    Long start = byFirst.floorKey(batch + 1);
    return List.copyOf((start == null ? byFirst : byFirst.tailMap(start, true)).values());
  }

  /** The one to append to: another where the newest is damaged, large or old enough. */
  Segment forAppending(long bytesOfNewest) throws SQLException, IOException {
    Segment newest = newest();
    return newest.isDamaged() || isFull(newest, bytesOfNewest)
        ? roll(newest.numberBehind())
        : newest;
  }

  private boolean isFull(Segment segment, long bytes) {
    return !segment.isEmpty()
        && (bytes >= config.segmentBytes()
            || segment.openedAt().plus(config.segmentAge()).isBefore(clock.instant()));
  }

  long damaged() {
    return byFirst.values().stream().mapToLong(Segment::damaged).sum();
  }

  /** Of all but the newest. */
  long closedBytes() throws IOException {
    return bytes(byFirst.headMap(byFirst.lastKey()).values());
  }

  private static long bytes(Collection<Segment> segments) throws IOException {
    long bytes = 0;
    for (Segment segment : segments) {
      bytes += segment.bytes();
    }
    return bytes;
  }

  /** While there is room for it: the one that filled the disk can go later, as a whole. */
  void beginAnother() throws SQLException, IOException {
    if (!newest().isEmpty()) {
      roll(newest().numberBehind());
    }
  }

  /**
   * The oldest, where every reader has passed it, no rule needs it any more and nothing in it is
   * what a broker may deliver again.
   *
   * @param passed the number of the last batch that every reader has passed
   * @return whether it is gone
   */
  boolean dropOldest(long passed) throws SQLException, IOException {
    Segment oldest = oldest();
    if (oldest.isEmpty() || oldest.last() > passed || isNeeded(oldest)) {
      return false;
    }
    if (byFirst.size() == 1) {
      beginAnother();
    }
    byFirst.pollFirstEntry();
    oldest.delete();
    log.warn(
        "a segment of the reading log went before its time for want of room, first={} last={}",
        oldest.first(),
        oldest.last());
    return true;
  }

  private boolean isNeeded(Segment oldest) throws IOException {
    return isYounger(oldest, config.needed())
        || (isYounger(oldest, DuplicateFilter.UNCERTAIN_BEFORE_A_RESTART)
            && bytes(byFirst.tailMap(oldest.first(), false).values())
                < config.mostBytesForCopies());
  }

  private boolean isYounger(Segment segment, Duration age) {
    return segment.lastWritten().plus(age).isAfter(clock.instant());
  }

  /** Deletes what every reader has passed and has been kept long enough. */
  void release(long passed) {
    while (byFirst.size() > 1 && isReleasable(oldest(), passed)) {
      delete(byFirst.pollFirstEntry().getValue());
    }
  }

  private boolean isReleasable(Segment segment, long passed) {
    return segment.last() <= passed
        && segment.lastWritten().plus(config.keep()).isBefore(clock.instant());
  }

  private static void delete(Segment segment) {
    try {
      segment.delete();
    } catch (SQLException | IOException failure) {
      log.warn("a passed segment of the reading log could not be deleted", failure);
    }
  }

  @Override
  public void close() {
    for (Segment segment : byFirst.values()) {
      try {
        segment.close();
      } catch (SQLException failure) {
        log.warn("a segment of the reading log could not be closed", failure);
      }
    }
  }
}
