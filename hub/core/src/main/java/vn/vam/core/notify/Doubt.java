package vn.vam.core.notify;

import java.time.Instant;

/**
 * A message that may have arrived: its send ended without an answer. Personal data: prints none of
 * it.
 *
 * @param id of the row in the outbox
 * @param sentAt when it was handed over
 */
public record Doubt(long id, String citizen, String text, Instant sentAt) {
  @Override
  public String toString() {
    return "Doubt[id=" + id + "]";
  }
}
