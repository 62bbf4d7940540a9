package vn.vam.core.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Entries that were forced to disk together.
 *
 * @param number counts up from 1; without gaps, except where a part of the log was damaged
 */
public record LogBatch(long number, List<LogEntry> entries) {
  public LogBatch {
    entries = List.copyOf(entries);
  }

  public MessageId messageId(int index) {
    return new MessageId(number, index);
  }

  /** When the newest of its messages arrived; nothing where all of them are replays. */
  public Optional<Instant> arrivedAt() {
    return entries.reversed().stream()
        .filter(entry -> entry.replayOf().isEmpty())
        .map(entry -> entry.message().arrivedAt())
        .findFirst();
  }
}
