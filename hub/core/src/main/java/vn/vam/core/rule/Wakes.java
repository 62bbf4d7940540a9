package vn.vam.core.rule;

import java.time.Instant;

/**
 * When a watch looks though nothing is heard: a window loses a value, a silence runs out, a season
 * turns.
 */
final class Wakes {
  private final Gauge raise;
  private final Gauge clear;
  private final Ladder ladder;
  private final Schedule schedule;
  private Instant beginsAt = Instant.MAX;

  /** What came too late to alert anybody changes nothing up to here. */
  private Instant closedUntil = Instant.MIN;

  Wakes(Gauge raise, Gauge clear, Ladder ladder, Schedule schedule) {
    this.raise = raise;
    this.clear = clear;
    this.ladder = ladder;
    this.schedule = schedule;
  }

  /** Whatever has happened, it looks then. */
  void add(Instant at) {
    beginsAt = at;
  }

  /** It has looked by itself. */
  void woke() {
    beginsAt = Instant.MAX;
  }

  /** What windows have lost up to here is no matter any more. */
  void close(Instant until) {
    closedUntil = until;
  }

  /** Something fresh came: what it meets in the windows counts from its own time on. */
  void open() {
    closedUntil = Instant.MIN;
  }

  /**
   * The next instant; {@link Instant#MAX} for none.
   *
   * @param judgedAt the last one; {@link Instant#MIN} for none
   */
  Instant after(Instant judgedAt) {
    if (judgedAt.equals(Instant.MIN)) {
      return beginsAt;
    }
    Instant from = closedUntil.isAfter(judgedAt) ? closedUntil : judgedAt;
    Instant ends = Gauge.earlier(raise.changesAfter(from), clear.changesAfter(from));
    Instant turns = Gauge.earlier(ladder.changesAfter(from), schedule.edgeAfter(judgedAt));
    return Gauge.earlier(beginsAt, Gauge.earlier(ends, turns));
  }
}
