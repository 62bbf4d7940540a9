package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import vn.vam.core.station.DeviceId;

/**
 * Until when a station may be silent: each message prolongs it by what its own device is allowed.
 */
final class Hearing {
  private static final double MILLIS_A_MINUTE = 60_000;

  private final Condition.Silent silent;
  private Instant heardAt = Instant.MIN;
  private Instant messageAt = Instant.MIN;
  private Instant deadline = Instant.MAX;

  /** Until a device is heard, the longest allowance counts. */
  private boolean assumed;

  Hearing(Condition.Silent silent) {
    this.silent = silent;
  }

  Condition.Silent silent() {
    return silent;
  }

  /**
   * From here on it is listened to. What ran out while nobody listened gets a third of the time
   * again: it was not the station that was silent.
   *
   * @param calm whether the silence has not been told yet
   */
  void begin(Instant now, boolean calm) {
    if (heardAt.equals(Instant.MIN)) {
      heard(now);
    } else if (calm) {
      Instant grace = now.plus(silent.usual().dividedBy(3));
      deadline = grace.isAfter(deadline) ? grace : deadline;
    }
  }

  void heard(DeviceId device, Instant at) {
    Duration allowed = silent.byDevice().getOrDefault(device, silent.usual());
    if (assumed) {
      deadline = heardAt.plus(allowed);
      assumed = false;
    }
    messageAt = at.isAfter(messageAt) ? at : messageAt;
    prolong(at, allowed);
  }

  /** As an earlier run remembered; by whom it was heard is not known any more. */
  void heard(Instant at) {
    prolong(at, silent.usual());
    assumed = true;
  }

  private void prolong(Instant at, Duration allowance) {
    Instant until = at.plus(allowance);
    deadline = deadline.equals(Instant.MAX) || until.isAfter(deadline) ? until : deadline;
    heardAt = at.isAfter(heardAt) ? at : heardAt;
  }

  Instant deadline() {
    return deadline;
  }

  boolean isSilent(Instant at) {
    return !at.isBefore(deadline);
  }

  /** Whether a message itself tells so, and not that somebody began to listen. */
  boolean wasHeardSince(Instant instant) {
    return !messageAt.isBefore(instant);
  }

  /** How long nothing was heard. */
  double silentMinutes(Instant at) {
    return heardAt.equals(Instant.MIN)
        ? 0
        : Math.max(0, Math.round(Duration.between(heardAt, at).toMillis() / MILLIS_A_MINUTE));
  }
}
