package vn.vam.sqlite.log;

import java.nio.file.Path;
import java.time.Duration;

/**
 * @param directory holds nothing but the log
 * @param segmentBytes a segment is closed once its file is this large
 * @param segmentAge a segment is closed once it is this old
 * @param keep a closed segment stays at least this long, even when every reader has passed it;
 *     never shorter than the longest window of a rule
 */
public record LogConfig(Path directory, long segmentBytes, Duration segmentAge, Duration keep) {
  public static LogConfig in(Path directory) {
    return new LogConfig(directory, 256L << 20, Duration.ofHours(1), Duration.ofHours(24));
  }
}
