package vn.vam.core.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Batches of entries on disk, in order. One thread appends; any thread reads. */
public interface ReadingLog extends AutoCloseable {
  /**
   * Returns once the entries are forced to disk: only then may they be acknowledged.
   *
   * @throws LogFailed when they are not; nothing of the batch is kept then
   */
  LogBatch append(List<LogEntry> entries);

  /**
   * At most {@code most} batches behind {@code place}, in order; empty when the reader has caught
   * up.
   */
  List<LogBatch> read(Place place, int most);

  /**
   * Batches, in order, that hold what operators may want back: of rejected messages the newest, and
   * of each sender an equal share of its own newest; of replays all.
   *
   * @param most about as many of rejected messages, and as many of replays
   */
  List<Long> setAside(int most);

  /** The place of a reader that has read everything. */
  Place end();

  /** The place just before the oldest batch that is still kept. */
  Place beginning();

  /**
   * Where a reader goes on: at its place, or at the beginning of a log that does not reach so far
   * and so must be another one than it had read.
   */
  default Place resume(Place place) {
    return place.batch() > end().batch() ? beginning() : place;
  }

  /**
   * Notes that the rules take up their work, so that whoever hears the log again knows from when to
   * when the hub stood still. Forced to disk.
   *
   * @param stoodSince when the run before had last kept what it decided; absent for the first run
   * @param judged how far they have read
   * @throws LogFailed when it is not noted
   */
  void takenUp(Instant at, Optional<Instant> stoodSince, Place judged);

  /**
   * Lets go of what every reader has passed and retention no longer asks for. When room is short,
   * more of what was passed goes.
   */
  void release(Place everyoneHasPassed);

  /**
   * Gives the next batch a number behind this place. Readers had come so far: a log that ends
   * before it lost its end.
   */
  void continueBehind(Place place);

  LogFigures figures();

  @Override
  void close();

  /** The disk did not take the batch; the message says which file and what to do. */
  final class LogFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogFailed(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
