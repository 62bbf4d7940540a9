package vn.vam.sqlite.log;

import java.nio.file.Path;
import java.time.Duration;

/**
 * @param directory holds nothing but the log
 * @param segmentBytes a segment is closed once its file is this large
 * @param segmentAge a segment is closed once it is this old
 * @param keep a closed segment stays at least this long while there is room, even when every reader
 *     has passed it
 * @param needed a segment stays at least this long whatever happens: the longest time a rule looks
 *     back
 * @param mostBytes the log takes no more than this, ballast included
 * @param ballastBytes kept in reserve for a full disk
 */
public record LogConfig(
    Path directory,
    long segmentBytes,
    Duration segmentAge,
    Duration keep,
    Duration needed,
    long mostBytes,
    long ballastBytes) {
  private static final long MEGABYTE = 1L << 20;
  private static final int SHARE_FOR_COPIES = 3;

  public static LogConfig in(Path directory) {
    return new LogConfig(
        directory,
        256 * MEGABYTE,
        Duration.ofHours(1),
        Duration.ofHours(24),
        Duration.ofHours(1),
        20_480 * MEGABYTE,
        16 * MEGABYTE);
  }

  /**
   * What makes copies known stays while it is young, but takes no more than this: a log that may
   * hold little would have to stop else.
   */
  long mostBytesForCopies() {
    return (mostBytes - ballastBytes) / SHARE_FOR_COPIES;
  }

  public LogConfig withSegments(long bytes, Duration age) {
    return new LogConfig(directory, bytes, age, keep, needed, mostBytes, ballastBytes);
  }

  public LogConfig keeping(Duration passed, Duration always) {
    return new LogConfig(
        directory, segmentBytes, segmentAge, passed, always, mostBytes, ballastBytes);
  }

  public LogConfig withBallast(long bytes) {
    return new LogConfig(directory, segmentBytes, segmentAge, keep, needed, mostBytes, bytes);
  }

  public LogConfig atMost(long bytes) {
    return new LogConfig(directory, segmentBytes, segmentAge, keep, needed, bytes, ballastBytes);
  }
}
