package vn.vam.sqlite.log;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.LogFigures;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.log.TakenUp;

/**
 * The reading log on disk. Readers that keep up are served from memory and never touch the disk.
 * When room is short it gives up its ballast, then what every reader has passed and no rule needs;
 * then it takes nothing more. Blocks: use it from platform threads.
 */
public final class SegmentedLog implements ReadingLog {
  private static final Logger log = LoggerFactory.getLogger(SegmentedLog.class);
  private static final int KEPT_IN_MEMORY = 32;

  private final LogConfig config;
  private final Ballast ballast;
  private final Segments segments;
  private final TreeMap<Long, LogBatch> recent = new TreeMap<>();
  private long passed;

  private SegmentedLog(LogConfig config, Clock clock) {
    this.config = config;
    this.ballast = new Ballast(config.directory(), config.ballastBytes());
    this.segments = new Segments(config, clock);
  }

  /**
   * @throws LogFailed when the directory or a segment in it cannot be opened
   */
  public static SegmentedLog open(LogConfig config, Clock clock) {
    SegmentedLog opened = new SegmentedLog(config, clock);
    try {
      opened.segments.open();
    } catch (SQLException | IOException failure) {
      opened.close();
      throw opened.failed("cannot be opened", failure);
    }
    opened.ballast.restore();
    return opened;
  }

  /**
   * For one who cannot even open what lies on a full disk.
   *
   * @return whether there was a reserve, which is gone now
   */
  public static boolean giveUpReserve(LogConfig config) {
    try {
      return new Ballast(config.directory(), config.ballastBytes()).release();
    } catch (IOException failure) {
      log.warn("the reserve of the reading log could not be given up", failure);
      return false;
    }
  }

  private LogFailed failed(String what, Exception failure) {
    return new LogFailed(
        "the reading log in " + config.directory() + " " + what + ": " + failure.getMessage(),
        failure);
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
    long bytes = segments.newest().bytes();
    stayWithinBound(bytes);
    Segment segment = segments.forAppending(bytes);
    long number = segment.numberBehind();
    segment.append(number, entries);
    return new LogBatch(number, entries);
  }

  private void stayWithinBound(long newest) throws SQLException, IOException {
    while (closedBytes() + newest >= config.mostBytes()) {
      if (!segments.dropOldest(passed)) {
        throw new IOException(
            "it holds the %d MB it may have, and all of it is still to be stored or judged, or makes copies known"
                .formatted(config.mostBytes() >> 20));
      }
    }
  }

  /** Everything but the newest segment. */
  private long closedBytes() throws IOException {
    return ballast.bytes() + segments.closedBytes();
  }

  private boolean makeRoom() {
    boolean released = releaseBallast();
    try {
      if (released) {
        segments.beginAnother();
      }
      return segments.dropOldest(passed) || released;
    } catch (SQLException | IOException failure) {
      log.warn("no segment of the reading log could be dropped for want of room", failure);
      return released;
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
      behind = segments.behind(after);
    }
    return readFromDisk(behind, after, most);
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
      newestFirst = segments.newestFirst();
    }
    SetAside found = new SetAside(most);
    try {
      for (Segment segment : newestFirst) {
        segment.addTo(found);
      }
    } catch (SQLException failure) {
      throw failed("cannot be read", failure);
    }
    return found.numbers();
  }

  @Override
  public synchronized Place end() {
    return Place.of(segments.newest().last());
  }

  @Override
  public synchronized Place beginning() {
    return Place.of(segments.oldest().first() - 1);
  }

  @Override
  public synchronized void takenUp(Instant at, Optional<Instant> stoodSince, Place judged) {
    try {
      Place logged = end();
      segments
          .forAppending(segments.newest().bytes())
          .takenUp(new TakenUp(at, stoodSince, judged, logged));
    } catch (SQLException | IOException failure) {
      throw failed("does not take a note (is the disk full?)", failure);
    }
  }

  @Override
  public synchronized void continueBehind(Place place) {
    if (end().batch() < place.batch()) {
      log.error(
          "the reading log ends before what was read from it: its end is lost, last={} read={}",
          end().batch(),
          place.batch());
      try {
        segments.roll(place.batch() + 1);
      } catch (SQLException | IOException failure) {
        throw failed("cannot go on", failure);
      }
    }
  }

  @Override
  public void release(Place everyoneHasPassed) {
    synchronized (this) {
      passed = everyoneHasPassed.batch();
      segments.release(passed);
    }
    ballast.restore();
  }

  @Override
  public synchronized LogFigures figures() {
    try {
      return new LogFigures(
          closedBytes() + segments.newest().bytes(),
          segments.oldest().oldest(),
          ballast.bytes() > 0,
          segments.damaged());
    } catch (SQLException | IOException failure) {
      throw failed("cannot be measured", failure);
    }
  }

  @Override
  public synchronized void close() {
    segments.close();
  }
}
