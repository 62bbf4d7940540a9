package vn.vam.app.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.ReadingLog.LogFailed;
import vn.vam.core.log.TakenUp;
import vn.vam.core.message.Outcome;
import vn.vam.sqlite.log.KeptLog;

/**
 * What the rules of a hub heard, in the order in which they did, from the log it kept, and when it
 * had stood still; of what an older hub kept the latter is not known.
 */
public final class LogHistory implements Iterable<Heard> {
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
  public Iterator<Heard> iterator() {
    Ear ear = new Ear(log.takenUp());
    Stream<Heard> told =
        StreamSupport.stream(log.batches(progress).spliterator(), false).flatMap(ear::hear);
    return Stream.concat(told, Stream.of(ear).flatMap(Ear::end)).iterator();
  }

  /** Rules look at all of a batch once the last of it has arrived and is on disk. */
  private static final class Ear {
    private final List<TakenUp> marks;
    private final Deque<TakenUp> ahead;
    private @Nullable Instant now;

    Ear(List<TakenUp> marks) {
      this.marks = marks;
      this.ahead = new ArrayDeque<>(marks);
    }

    Stream<Heard> hear(LogBatch batch) {
      Stream.Builder<Heard> heard = Stream.builder();
      while (!ahead.isEmpty() && ahead.getFirst().judged().batch() < batch.number()) {
        heard.add(Heard.WentOn.of(ahead.removeFirst()));
      }
      Instant at = lookedAt(batch);
      Instant arrived = batch.arrivedAt().orElse(at);
      now = at;
      batch.entries().stream()
          .map(LogEntry::outcome)
          .flatMap(outcome -> said(outcome, at, arrived))
          .forEach(heard);
      return heard.build();
    }

    private static Stream<Heard> said(Outcome outcome, Instant at, Instant arrived) {
      return switch (outcome) {
        case Outcome.Accepted accepted ->
            accepted.readings().stream()
                .map(reading -> new Heard.Told(PastReading.here(reading, at), arrived));
        case Outcome.Ignored ignored ->
            ignored.hints().stream().map(hint -> new Heard.Hinted(hint, at, arrived));
        case Outcome.Rejected rejected -> Stream.empty();
        case Outcome.Duplicate copy -> Stream.empty();
      };
    }

    /** What a hub that was killed had logged and not judged waits for the next one. */
    private Instant lookedAt(LogBatch batch) {
      return marks.reversed().stream()
          .filter(mark -> mark.covers(batch.number()))
          .map(TakenUp::at)
          .findFirst()
          .or(batch::arrivedAt)
          .orElseGet(() -> now == null ? firstReceipt(batch) : now);
    }

    Stream<Heard> end() {
      return ahead.stream().map(Heard.WentOn::of);
    }

    private static Instant firstReceipt(LogBatch batch) {
      return batch.entries().getFirst().message().arrivedAt();
    }
  }
}
