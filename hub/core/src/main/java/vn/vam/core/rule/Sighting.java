package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;

/** One event of a camera, from when it began to when it was last told of. */
final class Sighting {
  private final Instant start;
  private final boolean lasts;
  private Instant seenAt;
  private boolean ended;

  /**
   * @param lasts whether it goes on until it is told to be over, however long nothing is heard
   */
  Sighting(Instant start, boolean lasts) {
    this.start = start;
    this.lasts = lasts;
    this.seenAt = start;
  }

  Instant start() {
    return start;
  }

  /** When it was last told of, by the camera's time. */
  Instant seenAt() {
    return seenAt;
  }

  boolean isNews(Instant at, boolean end) {
    return !ended && (end || at.isAfter(seenAt));
  }

  /** An end is final, in whatever order messages come. */
  void tell(Instant at, boolean end) {
    if (isNews(at, end)) {
      seenAt = at.isAfter(seenAt) ? at : seenAt;
      ended = end;
    }
  }

  /** Whether it was there at some time between these instants, both included. */
  boolean isSeen(Instant from, Instant to) {
    return !start.isAfter(to) && !seenAt.isBefore(from);
  }

  /**
   * @param idle one of which nothing was heard for so long has ended
   */
  boolean isOpen(Instant at, Duration idle) {
    return !ended && !start.isAfter(at) && (lasts || seenAt.plus(idle).isAfter(at));
  }

  /** Whether it is over, and was so before that instant. */
  boolean isOverBefore(Instant at) {
    return seenAt.isBefore(at) && (ended || !lasts);
  }

  /** When it ends though nothing tells so; {@link Instant#MAX} where that does not end it. */
  Instant endsBySilence(Duration idle) {
    return ended || lasts ? Instant.MAX : seenAt.plus(idle);
  }
}
