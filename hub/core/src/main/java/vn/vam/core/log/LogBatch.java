package vn.vam.core.log;

import java.util.List;

/**
 * Entries that were forced to disk together.
 *
 * @param number counts up from 1 without gaps
 */
public record LogBatch(long number, List<LogEntry> entries) {
  public LogBatch {
    entries = List.copyOf(entries);
  }

  /** The id under which people can quote the message at {@code index}. */
  public String messageId(int index) {
    return number + "-" + index;
  }
}
