package vn.vam.sqlite.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;

/**
 * The reading log on disk. Readers that keep up are served from memory and never touch the disk.
 * Blocks: use it from platform threads.
 */
public final class SegmentedLog implements ReadingLog {
  private static final Logger log = LoggerFactory.getLogger(SegmentedLog.class);
  private static final int KEPT_IN_MEMORY = 32;

  private final LogConfig config;
  private final Clock clock;
  private final TreeMap<Long, Segment> segments = new TreeMap<>();
  private final TreeMap<Long, LogBatch> recent = new TreeMap<>();

  private SegmentedLog(LogConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * @throws LogFailed when the directory or a segment in it cannot be opened
   */
  public static SegmentedLog open(LogConfig config, Clock clock) {
    SegmentedLog opened = new SegmentedLog(config, clock);
    try {
      opened.openSegments();
    } catch (SQLException | IOException failure) {
      opened.close();
      throw new LogFailed(
          "the reading log in " + config.directory() + " cannot be opened: " + failure.getMessage(),
          failure);
    }
    return opened;
  }

  private void openSegments() throws SQLException, IOException {
    Files.createDirectories(config.directory());
    try (Stream<Path> files = Files.list(config.directory())) {
      for (Path file : files.filter(Segment::isSegment).sorted().toList()) {
        Segment segment = Segment.open(file, clock.instant());
        segments.put(segment.first(), segment);
      }
    }
    if (segments.isEmpty()) {
      roll(1);
    }
  }

  private Segment roll(long first) throws SQLException {
    Segment segment = Segment.open(config.directory(), first, clock.instant());
    segments.put(first, segment);
    return segment;
  }

  @Override
  public synchronized LogBatch append(List<LogEntry> entries) {
    try {
      Segment segment = segments.lastEntry().getValue();
      long number = segment.last() + 1;
      if (isFull(segment)) {
        segment = roll(number);
      }
      segment.append(number, entries);
      return remember(new LogBatch(number, entries));
    } catch (SQLException | IOException failure) {
      throw new LogFailed(
          "the reading log in "
              + config.directory()
              + " does not take a batch (is the disk full?): "
              + failure.getMessage(),
          failure);
    }
  }

  private boolean isFull(Segment segment) throws IOException {
    boolean isEmpty = segment.last() < segment.first();
    return !isEmpty
        && (segment.bytes() >= config.segmentBytes()
            || segment.openedAt().plus(config.segmentAge()).isBefore(clock.instant()));
  }

  private LogBatch remember(LogBatch batch) {
    recent.put(batch.number(), batch);
    if (recent.size() > KEPT_IN_MEMORY) {
      recent.pollFirstEntry();
    }
    return batch;
  }

  @Override
  public List<LogBatch> read(Place place, int most) {
    long after = place.batch();
    List<Segment> behind;
    synchronized (this) {
      if (!recent.isEmpty() && recent.firstKey() <= after + 1) {
        return recent.tailMap(after, false).values().stream().limit(most).toList();
      }
      behind = segmentsBehind(after);
    }
    return readFromDisk(behind, after, most);
  }

  private List<Segment> segmentsBehind(long after) {
    NavigableMap<Long, Segment> from = segments;
    Long start = segments.floorKey(after + 1);
    if (start != null) {
      from = segments.tailMap(start, true);
    }
    return List.copyOf(from.values());
  }

  private List<LogBatch> readFromDisk(List<Segment> behind, long after, int most) {
    List<LogBatch> batches = new ArrayList<>();
    try {
      for (Segment segment : behind) {
        if (batches.size() < most && segment.last() > after) {
          batches.addAll(segment.read(after, most - batches.size()));
        }
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
    return batches;
  }

  @Override
  public List<Long> setAside(int most) {
    List<Long> newestFirst = new ArrayList<>();
    List<Segment> all;
    synchronized (this) {
      all = List.copyOf(segments.descendingMap().values());
    }
    try {
      for (Segment segment : all) {
        newestFirst.addAll(segment.setAside(most - newestFirst.size()));
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
    return newestFirst.reversed();
  }

  private LogFailed unreadable(SQLException failure) {
    return new LogFailed(
        "the reading log in " + config.directory() + " cannot be read: " + failure.getMessage(),
        failure);
  }

  @Override
  public synchronized Place end() {
    return Place.of(segments.lastEntry().getValue().last());
  }

  @Override
  public synchronized Place beginning() {
    return Place.of(segments.firstKey() - 1);
  }

  @Override
  public synchronized void release(Place everyoneHasPassed) {
    while (segments.size() > 1 && isReleasable(segments.firstEntry(), everyoneHasPassed)) {
      Segment oldest = segments.pollFirstEntry().getValue();
      try {
        oldest.delete();
      } catch (SQLException | IOException failure) {
        log.warn("a passed segment of the reading log could not be deleted", failure);
      }
    }
  }

  private boolean isReleasable(Map.Entry<Long, Segment> segment, Place everyoneHasPassed) {
    return segment.getValue().last() <= everyoneHasPassed.batch()
        && segment.getValue().lastWritten().plus(config.keep()).isBefore(clock.instant());
  }

  @Override
  public synchronized void close() {
    for (Segment segment : segments.values()) {
      try {
        segment.close();
      } catch (SQLException failure) {
        log.warn("a segment of the reading log could not be closed", failure);
      }
    }
  }
}
