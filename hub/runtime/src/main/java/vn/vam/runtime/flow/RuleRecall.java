package vn.vam.runtime.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.message.Outcome;
import vn.vam.core.rule.RuleEngine;

/**
 * Fills the rules' windows from the log: as far back as the longest of them reaches from what was
 * judged last.
 */
final class RuleRecall {
  private static final int AT_ONCE = 64;
  private static final int LOOKED_AT = 4;

  private final ReadingLog log;
  private final RuleEngine rules;
  private final long judged;
  private final long before;

  /**
   * @param judged the last batch that the rules have read
   */
  RuleRecall(ReadingLog log, RuleEngine rules, long judged) {
    this.log = log;
    this.rules = rules;
    this.judged = judged;
    this.before = lastBeforeTheWindows();
  }

  /**
   * Recalls what lies before the rest of the log, which is told batch by batch.
   *
   * @param rest the batch before it
   */
  void upTo(long rest) {
    long until = rules.window().isZero() ? 0 : Math.min(rest, judged);
    List<LogBatch> batches = before < until ? log.read(Place.of(before), AT_ONCE) : List.of();
    while (!batches.isEmpty() && batches.getFirst().number() <= until) {
      batches.stream().filter(batch -> batch.number() <= until).forEach(this::recall);
      batches = log.read(Place.of(batches.getLast().number()), AT_ONCE);
    }
  }

  /** What is older than all windows, or was never judged, is left out. */
  void recall(LogBatch batch) {
    if (batch.number() <= before || batch.number() > judged) {
      return;
    }
    Instant heard = batch.arrivedAt().orElse(Instant.MIN);
    for (LogEntry entry : batch.entries()) {
      switch (entry.outcome()) {
        case Outcome.Accepted accepted ->
            accepted.readings().forEach(reading -> rules.recall(reading, heard));
        case Outcome.Ignored ignored -> ignored.hints().forEach(rules::recall);
        case Outcome.Rejected rejected -> {}
        case Outcome.Duplicate copy -> {}
      }
    }
  }

  private long lastBeforeTheWindows() {
    long low = log.beginning().batch();
    long high = judged;
    Optional<Instant> begins = arrivedAfter(judged - 1).map(newest -> newest.minus(rules.window()));
    if (rules.window().isZero() || begins.isEmpty()) {
      return 0;
    }
    while (low < high) {
      long middle = (low + high) >>> 1;
      boolean isBefore =
          arrivedAfter(middle).map(arrived -> arrived.isBefore(begins.get())).orElse(false);
      if (isBefore) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** When the first batch behind this one arrived that was received and not replayed. */
  private Optional<Instant> arrivedAfter(long batch) {
    return log.read(Place.of(Math.max(0, batch)), LOOKED_AT).stream()
        .map(LogBatch::arrivedAt)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
