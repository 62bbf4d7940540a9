package vn.vam.sqlite.log;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.LogFigures;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;

/**
 * The reading log on disk. Readers that keep up are served from memory and never touch the disk.
 * When room is short it gives up its ballast, then what every reader has passed and no rule needs;
 * then it takes nothing more. Blocks: use it from platform threads.
 */
public final class SegmentedLog implements ReadingLog {
  private static final Logger log = LoggerFactory.getLogger(SegmentedLog.class);
  private static final int KEPT_IN_MEMORY = 32;

  private final LogConfig config;
  private final Clock clock;
  private final Ballast ballast;
  private final TreeMap<Long, Segment> segments = new TreeMap<>();
  private final TreeMap<Long, LogBatch> recent = new TreeMap<>();
  private long passed;

  private SegmentedLog(LogConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.ballast = new Ballast(config.directory(), config.ballastBytes());
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
      throw opened.failed("cannot be opened", failure);
    }
    opened.ballast.restore();
    return opened;
  }

  private LogFailed failed(String what, Exception failure) {
    return new LogFailed(
        "the reading log in " + config.directory() + " " + what + ": " + failure.getMessage(),
        failure);
  }

  private void openSegments() throws SQLException, IOException {
    Files.createDirectories(config.directory());
    long next = 1;
    for (SegmentFile file : SegmentFile.list(config.directory())) {
      next = open(file);
    }
    if (segments.isEmpty() || segments.lastEntry().getValue().numberBehind() < next) {
      roll(next);
    }
    for (Segment closed : segments.headMap(segments.lastKey()).values()) {
      closed.seal();
    }
  }

  /** Returns a number behind all batches it ever had. */
  private long open(SegmentFile file) throws SQLException, IOException {
    try {
      Segment segment = Segment.open(file, clock.instant());
      segments.put(file.first(), segment);
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

  private Segment roll(long first) throws SQLException, IOException {
    Segment segment = Segment.open(SegmentFile.in(config.directory(), first), clock.instant());
    if (!segments.isEmpty()) {
      segments.lastEntry().getValue().seal();
    }
    segments.put(first, segment);
    return segment;
  }

  @Override
  public synchronized LogBatch append(List<LogEntry> entries) {
    try {
      return remember(written(entries));
    } catch (SQLException | IOException failure) {
      if (Failures.isNoRoom(failure) && makeRoom()) {
        return appendAgain(entries);
      }
      throw failed("does not take a batch (is the disk full?)", failure);
    }
  }

  private LogBatch appendAgain(List<LogEntry> entries) {
    try {
      return remember(written(entries));
    } catch (SQLException | IOException failure) {
      throw failed("does not take a batch (is the disk full?)", failure);
    }
  }

  private LogBatch written(List<LogEntry> entries) throws SQLException, IOException {
    long bytes = segments.lastEntry().getValue().bytes();
    stayWithinBound(bytes);
    Segment segment = segments.lastEntry().getValue();
    if (segment.isDamaged() || isFull(segment, bytes)) {
      segment = roll(segment.numberBehind());
    }
    long number = segment.numberBehind();
    segment.append(number, entries);
    return new LogBatch(number, entries);
  }

  private boolean isFull(Segment segment, long bytes) {
    return !segment.isEmpty()
        && (bytes >= config.segmentBytes()
            || segment.openedAt().plus(config.segmentAge()).isBefore(clock.instant()));
  }

  private void stayWithinBound(long newest) throws SQLException, IOException {
    while (closedBytes() + newest >= config.mostBytes()) {
      if (!dropOldest()) {
        throw new IOException(
            "it holds the %d MB it may have, and all of it is still to be stored or judged"
                .formatted(config.mostBytes() >> 20));
      }
    }
  }

  /** Everything but the newest segment. */
  private long closedBytes() throws IOException {
    long bytes = ballast.bytes();
    for (Segment segment : segments.headMap(segments.lastKey()).values()) {
      bytes += segment.bytes();
    }
    return bytes;
  }

  private boolean makeRoom() {
    boolean released = releaseBallast();
    try {
      if (released) {
        beginAnother();
      }
      return dropOldest() || released;
    } catch (SQLException | IOException failure) {
      log.warn("no segment of the reading log could be dropped for want of room", failure);
      return released;
    }
  }

  /** While there is room for it: the one that filled the disk can go later, as a whole. */
  private void beginAnother() throws SQLException, IOException {
    Segment newest = segments.lastEntry().getValue();
    if (!newest.isEmpty()) {
      roll(newest.numberBehind());
    }
  }

  private boolean releaseBallast() {
    try {
      boolean released = ballast.release();
      if (released) {
        log.error(
            "no room: the reading log gives up its reserve, directory={}", config.directory());
      }
      return released;
    } catch (IOException failure) {
      log.warn("the reserve of the reading log could not be given up", failure);
      return false;
    }
  }

  private boolean dropOldest() throws SQLException, IOException {
    Segment oldest = segments.firstEntry().getValue();
    boolean isNeeded = oldest.lastWritten().plus(config.needed()).isAfter(clock.instant());
    if (oldest.isEmpty() || oldest.last() > passed || isNeeded) {
      return false;
    }
    if (segments.size() == 1) {
      beginAnother();
    }
    segments.pollFirstEntry();
    oldest.delete();
    log.warn(
        "a segment of the reading log went before its time for want of room, first={} last={}",
        oldest.first(),
        oldest.last());
    return true;
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
        if (batches.size() < most && segment.reaches(after)) {
          batches.addAll(segment.read(after, most - batches.size()));
        }
      }
    } catch (SQLException failure) {
      throw failed("cannot be read", failure);
    }
    return batches;
  }

  @Override
  public List<Long> setAside(int most) {
    List<Segment> newestFirst;
    synchronized (this) {
      newestFirst = List.copyOf(segments.descendingMap().values());
    }
    List<Long> numbers = new ArrayList<>();
    try {
      for (Segment segment : newestFirst) {
        numbers.addAll(segment.setAside(most - numbers.size()));
      }
    } catch (SQLException failure) {
      throw failed("cannot be read", failure);
    }
    return numbers.reversed();
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
  public synchronized void continueBehind(Place place) {
    if (end().batch() < place.batch()) {
      log.error(
          "the reading log ends before what was read from it: its end is lost, last={} read={}",
          end().batch(),
          place.batch());
      try {
        roll(place.batch() + 1);
      } catch (SQLException | IOException failure) {
        throw failed("cannot go on", failure);
      }
    }
  }

  @Override
  public void release(Place everyoneHasPassed) {
    synchronized (this) {
      passed = everyoneHasPassed.batch();
      while (segments.size() > 1 && isReleasable(segments.firstEntry().getValue())) {
        delete(segments.pollFirstEntry().getValue());
      }
    }
    ballast.restore();
  }

  private boolean isReleasable(Segment segment) {
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
  public synchronized LogFigures figures() {
    try {
      return new LogFigures(
          closedBytes() + segments.lastEntry().getValue().bytes(), oldest(), ballast.bytes() > 0);
    } catch (SQLException | IOException failure) {
      throw failed("cannot be measured", failure);
    }
  }

  private Optional<Instant> oldest() throws SQLException {
    return segments.firstEntry().getValue().oldest();
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
