package vn.vam.sim.fleet;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts what was published and what became of it. Thread-safe. */
final class Tally {

  private final Map<Kind, Cell> cells =
      Arrays.stream(Kind.values()).collect(Collectors.toMap(kind -> kind, kind -> new Cell()));

  /** Counts the message now and its outcome once it is known. */
  void follow(Kind kind, CompletableFuture<Void> outcome) {
    Cell cell = Objects.requireNonNull(cells.get(kind));
    cell.published.increment();
    outcome.whenComplete((done, problem) -> cell.settled(problem == null));
  }

  Map<Kind, FleetReport.Count> counts() {
    return cells.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().count()));
  }

  private static final class Cell {
    private final LongAdder published = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    void settled(boolean well) {
      (well ? acknowledged : dropped).increment();
    }

    /** Outcomes first, so that no snapshot shows more answers than messages. */
    FleetReport.Count count() {
      long answered = acknowledged.sum();
      long lost = dropped.sum();
      return new FleetReport.Count(published.sum(), answered, lost);
    }
  }
}
