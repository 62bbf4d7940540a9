package vn.vam.runtime.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.vam.core.log.LogBatch;

/**
 * How far a reader is behind: the age of the message it passed last, or of the first that keeps it
 * waiting; nothing once it has read everything.
 */
public final class Lag {
  /** How far behind each reader is, in seconds. */
  public static final String GAUGE = "vam.log.lag.seconds";

  /** The tag that names it. */
  public static final String READER = "reader";

  /** The one that waits for the store. */
  public static final String STORE = "store";

  private volatile @Nullable Instant passed;

  public Lag(String reader, Clock clock, MeterRegistry metrics) {
    metrics.gauge(
        GAUGE, List.of(Tag.of(READER, reader)), this, lag -> lag.seconds(clock.instant()));
  }

  /** What was just read, and is passed only once the outside world has taken it. */
  void met(List<LogBatch> batches) {
    batches.stream().findFirst().flatMap(LogBatch::arrivedAt).ifPresent(this::met);
  }

  void met(Instant arrivedAt) {
    if (passed == null) {
      passed = arrivedAt;
    }
  }

  void passed(List<LogBatch> batches) {
    if (batches.isEmpty()) {
      passed = null;
    } else {
      batches.getLast().arrivedAt().ifPresent(this::passed);
    }
  }

  void passed(Instant arrivedAt) {
    passed = arrivedAt;
  }

  double seconds(Instant now) {
    Instant last = passed;
    return last == null ? 0 : Math.max(0, Duration.between(last, now).toMillis() / 1_000.0);
  }
}
