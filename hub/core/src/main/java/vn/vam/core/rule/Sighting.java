package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;

/** One event of a camera, from when it began to when it was last told of. */
final class Sighting {
  private final Instant start;
  private Instant seenAt;
  private boolean ended;

  Sighting(Instant start) {
    this.start = start;
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
    return !ended && !start.isAfter(at) && seenAt.plus(idle).isAfter(at);
  }

  /** When it ends though nothing tells so; {@link Instant#MAX} where that does not end it. */
  Instant endsBySilence(Duration idle) {
    return ended ? Instant.MAX : seenAt.plus(idle);
  }
}
