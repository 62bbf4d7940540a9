package vn.vam.core.log;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a message stands in the log; written {@code 12-0}, it is what people quote.
 *
 * @param batch from 1
 * @param index within the batch, from 0
 */
public record MessageId(long batch, int index) implements Comparable<MessageId> {
  private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,17})-(\\d{1,9})");
  private static final Comparator<MessageId> IN_ORDER =
      Comparator.comparingLong(MessageId::batch).thenComparingInt(MessageId::index);

  /** Nothing for text that is no id. */
  public static Optional<MessageId> read(String text) {
    Matcher parts = WRITTEN.matcher(text);
    return parts.matches()
        ? Optional.of(
            new MessageId(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(MessageId other) {
    return IN_ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return batch + "-" + index;
  }
}
