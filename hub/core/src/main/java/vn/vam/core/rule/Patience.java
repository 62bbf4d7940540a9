package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import vn.vam.core.station.DeviceId;

/** How long one device is still waited for. */
final class Patience {
  private static final double MILLIS_A_MINUTE = 60_000;

  private final DeviceId device;
  private Duration allowed;
  private Instant heardAt = Instant.MIN;
  private Instant deadline = Instant.MAX;

  /**
   * @param allowed how long it may be silent
   */
  Patience(DeviceId device, Duration allowed) {
    this.device = device;
    this.allowed = allowed;
  }

  DeviceId device() {
    return device;
  }

  /** {@link Instant#MIN} for never. */
  Instant heardAt() {
    return heardAt;
  }

  /** {@link Instant#MAX} until it is first heard or listened to. */
  Instant deadline() {
    return deadline;
  }

  /** From now on it may be silent for so long. */
  void allow(Duration other) {
    if (!other.equals(allowed) && !heardAt.equals(Instant.MIN)) {
      deadline = heardAt.plus(other);
    }
    allowed = other;
  }

  void heard(Instant at) {
    Instant until = at.plus(allowed);
    deadline = deadline.equals(Instant.MAX) || until.isAfter(deadline) ? until : deadline;
    heardAt = at.isAfter(heardAt) ? at : heardAt;
  }

  /** It is waited for a third of its time at least, from now on. */
  void extend(Instant now) {
    Instant grace = now.plus(allowed.dividedBy(3));
    deadline = grace.isAfter(deadline) ? grace : deadline;
  }

  /** How long nothing was heard. */
  double silentMinutes(Instant at) {
    return heardAt.equals(Instant.MIN)
        ? 0
        : Math.max(0, Math.round(Duration.between(heardAt, at).toMillis() / MILLIS_A_MINUTE));
  }
}
