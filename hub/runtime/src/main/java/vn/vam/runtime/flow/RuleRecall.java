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

/** Fills the rules' windows from the log: as far back as the longest of them reaches. */
final class RuleRecall {
  private static final int AT_ONCE = 64;
  private static final int LOOKED_AT = 4;

  private final ReadingLog log;
  private final RuleEngine rules;

  RuleRecall(ReadingLog log, RuleEngine rules) {
    this.log = log;
    this.rules = rules;
  }

  /**
   * Recalls what lies before a batch.
   *
   * @param until the last batch that is recalled
   */
  void upTo(long until) {
    long from = from(until);
    List<LogBatch> batches = from < until ? log.read(Place.of(from), AT_ONCE) : List.of();
    while (!batches.isEmpty() && batches.getFirst().number() <= until) {
      batches.stream().filter(batch -> batch.number() <= until).forEach(this::recall);
      batches = log.read(Place.of(batches.getLast().number()), AT_ONCE);
    }
  }

  void recall(LogBatch batch) {
    for (LogEntry entry : batch.entries()) {
      if (entry.outcome() instanceof Outcome.Accepted accepted) {
        accepted.readings().forEach(rules::recall);
      }
    }
  }

  /** The last batch that arrived before the windows begin. */
  private long from(long until) {
    long low = log.beginning().batch();
    long high = until;
    Optional<Instant> begins =
        arrivedAfter(log.end().batch() - 1).map(end -> end.minus(rules.window()));
    if (rules.window().isZero() || begins.isEmpty()) {
      return until;
    }
    while (low < high) {
      long middle = (low + high) >>> 1;
      boolean before =
          arrivedAfter(middle).map(arrived -> arrived.isBefore(begins.get())).orElse(false);
      if (before) {
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
