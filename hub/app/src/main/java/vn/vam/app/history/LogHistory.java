package vn.vam.app.history;

import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.ReadingLog.LogFailed;
import vn.vam.core.message.Outcome;
import vn.vam.sqlite.log.KeptLog;

/**
 * What the rules of a hub heard, in the order in which they did, from the log it kept. That the hub
 * stood still is not in its log.
 */
public final class LogHistory implements Iterable<PastReading> {
  private final KeptLog log;
  private final Consumer<String> progress;

  /**
   * @param progress takes a line now and then
   */
  public LogHistory(KeptLog log, Consumer<String> progress) {
    this.log = log;
    this.progress = progress;
  }

  /**
   * @throws LogFailed here or from the iterator, when the log cannot be read
   */
  @Override
  public Iterator<PastReading> iterator() {
    Ear ear = new Ear();
    return StreamSupport.stream(log.batches(progress).spliterator(), false)
        .flatMap(ear::hear)
        .iterator();
  }

  /** Rules look at all of a batch once the last of it has arrived and is on disk. */
  private static final class Ear {
    private @Nullable Instant now;

    Stream<PastReading> hear(LogBatch batch) {
      Instant at = batch.arrivedAt().orElse(now == null ? firstReceipt(batch) : now);
      now = at;
      return batch.entries().stream()
          .map(LogEntry::outcome)
          .filter(Outcome.Accepted.class::isInstance)
          .flatMap(outcome -> ((Outcome.Accepted) outcome).readings().stream())
          .map(reading -> PastReading.here(reading, at));
    }

    private static Instant firstReceipt(LogBatch batch) {
      return batch.entries().getFirst().message().arrivedAt();
    }
  }
}
