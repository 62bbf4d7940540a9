package vn.vam.core.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.message.Outcome;

/** The newest rejected messages, newest first. Safe for several threads. */
public final class RejectedShelf {
  private static final int KEPT = 1_000;

  private final Deque<RejectedMessage> shelf = new ArrayDeque<>();

  public synchronized void take(LogBatch batch) {
    for (int i = 0; i < batch.entries().size(); i++) {
      LogEntry entry = batch.entries().get(i);
      if (entry.outcome() instanceof Outcome.Rejected rejected) {
        put(batch.messageId(i), entry, rejected);
      }
    }
  }

  private void put(String id, LogEntry entry, Outcome.Rejected rejected) {
    shelf.addFirst(
        new RejectedMessage(
            id,
            entry.message().arrivedAt(),
            entry.message().source(),
            entry.message().topic(),
            rejected.reason(),
            rejected.field(),
            rejected.detail()));
    if (shelf.size() > KEPT) {
      shelf.removeLast();
    }
  }

  public synchronized List<RejectedMessage> list(Optional<String> source, Optional<String> reason) {
    return shelf.stream()
        .filter(rejected -> source.map(rejected.source()::equals).orElse(true))
        .filter(rejected -> reason.map(rejected.reason().word()::equals).orElse(true))
        .toList();
  }
}
