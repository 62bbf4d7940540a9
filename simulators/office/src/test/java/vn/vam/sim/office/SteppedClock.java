package vn.vam.sim.office;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that moves when a test says so. */
final class SteppedClock extends Clock {

  /** A Friday morning. */
  static final Instant FRIDAY = Instant.parse("2026-11-20T02:12:00Z");

  private volatile Instant now = FRIDAY;

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return OfficeHours.LOCAL_TIME;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this clock knows one zone");
  }
}
