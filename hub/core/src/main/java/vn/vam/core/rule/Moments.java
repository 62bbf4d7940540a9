package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;

/** What one watch was told last, and up to when it has looked. */
final class Moments {
  private final Duration staleAfter;
  private Instant lastAt = Instant.MIN;
  private double lastValue;
  private Instant heardAt = Instant.MIN;
  private Instant judgedAt = Instant.MIN;

  /**
   * @param staleAfter how long what was measured says something
   */
  Moments(Duration staleAfter) {
    this.staleAfter = staleAfter;
  }

  void restore(RuleState state) {
    lastAt = state.lastAt();
    lastValue = state.lastValue();
    judgedAt = later(state.since(), lastAt);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Of the newest value, device time. */
  Instant lastAt() {
    return lastAt;
  }

  double lastValue() {
    return lastValue;
  }

  /** Up to here it has been judged; {@link Instant#MIN} for never. */
  Instant judgedAt() {
    return judgedAt;
  }

  /** When the newest value came. */
  Instant heardAt() {
    return heardAt;
  }

  /** What was measured longer ago alerts nobody. */
  boolean isFresh(Instant at, Instant now) {
    return !at.plus(staleAfter).isBefore(now);
  }

  Instant freshUntil() {
    return lastAt.plus(staleAfter);
  }

  void heard(Instant now) {
    heardAt = now;
  }

  void tookAt(Instant at) {
    lastAt = later(lastAt, at);
  }

  void measured(double value) {
    lastValue = value;
  }

  void judged(Instant at) {
    judgedAt = later(judgedAt, at);
  }

  /** It has judged anew, as of then. */
  void lookedAt(Instant at) {
    judgedAt = at;
    beginAt(at);
  }

  /** Where there was no value yet it counts from here. */
  void beginAt(Instant at) {
    lastAt = lastAt.equals(Instant.MIN) ? at : lastAt;
  }

  /**
   * Values that it did not look at one by one.
   *
   * @param heard when the last of them came
   */
  void passedOver(Instant at, double value, Instant heard) {
    if (!at.isBefore(lastAt)) {
      lastAt = at;
      lastValue = value;
      judged(at);
    }
    heardAt = later(heardAt, heard);
  }
}
