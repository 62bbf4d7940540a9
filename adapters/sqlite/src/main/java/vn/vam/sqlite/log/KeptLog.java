package vn.vam.sqlite.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.ReadingLog.LogFailed;
import vn.vam.core.log.TakenUp;

/**
 * What is kept of a log, only to be read: beside a running hub or without one. A segment that the
 * hub lets go of meanwhile is passed over.
 */
public final class KeptLog {
  private static final int AT_ONCE = 64;

  private final Path directory;

  public KeptLog(Path directory) {
    this.directory = directory;
  }

  /**
   * All batches in order, once.
   *
   * @param progress told of every segment
   * @throws LogFailed here or from the iterator, when a segment cannot be read
   */
  public Iterable<LogBatch> batches(Consumer<String> progress) {
    try {
      Walk walk = new Walk(SegmentFile.list(directory), progress);
      return () -> walk;
    } catch (IOException missing) {
      throw new LogFailed("there is no reading log in " + directory, missing);
    }
  }

  /**
   * When the rules of the hub took up their work, in order; those of an older hub are not known.
   *
   * @throws LogFailed when a segment cannot be read
   */
  public List<TakenUp> takenUp() {
    List<TakenUp> marks = new ArrayList<>();
    try {
      for (SegmentFile file : SegmentFile.list(directory)) {
        marks.addAll(takenUp(file));
      }
    } catch (IOException missing) {
      throw new LogFailed("there is no reading log in " + directory, missing);
    }
    return marks;
  }

  private static List<TakenUp> takenUp(SegmentFile file) {
    try (Segment segment = Segment.openToRead(file, Instant.EPOCH)) {
      return segment.takenUp();
    } catch (SQLException failure) {
      throwUnlessGone(file, failure);
      return List.of();
    }
  }

  private static void throwUnlessGone(SegmentFile file, SQLException failure) {
    if (Files.exists(file.path())) {
      throw new LogFailed("a part of the log cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static final class Walk implements Iterator<LogBatch> {
    private final Deque<SegmentFile> files;
    private final int all;
    private final Consumer<String> progress;
    private final Deque<LogBatch> read = new ArrayDeque<>();
    private long after;

    Walk(List<SegmentFile> files, Consumer<String> progress) {
      this.files = new ArrayDeque<>(files);
      this.all = files.size();
      this.progress = progress;
    }

    @Override
    public boolean hasNext() {
      while (read.isEmpty() && !files.isEmpty()) {
        readMore(files.getFirst());
      }
      return !read.isEmpty();
    }

    private void readMore(SegmentFile file) {
      try (Segment segment = Segment.openToRead(file, Instant.EPOCH)) {
        read.addAll(segment.read(after, AT_ONCE));
      } catch (SQLException failure) {
        throwUnlessGone(file, failure);
      }
      if (read.isEmpty()) {
        files.removeFirst();
        progress.accept("part %d of %d of the log is read".formatted(all - files.size(), all));
      } else {
        after = read.getLast().number();
      }
    }

    @Override
    public LogBatch next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return read.removeFirst();
    }
  }
}
