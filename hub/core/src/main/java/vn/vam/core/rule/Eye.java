package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.CameraEvent;

/**
 * Whether one camera can see: it is not said to be gone, and is heard as often as it should be. The
 * last word about it counts, whoever says it.
 */
final class Eye {
  private static final int INTERVALS = 3;

  private Optional<Duration> patience = Optional.empty();
  private Instant heardAt = Instant.MIN;
  private boolean gone;
  private Instant toldAt = Instant.MIN;
  private Instant seesSince = Instant.MIN;

  /**
   * @param every how often it tells something, where that is known: after three of them it is
   *     silent
   */
  void expect(Optional<Duration> every) {
    patience = every.map(interval -> interval.multipliedBy(INTERVALS));
  }

  /** Whether this says anything of it. */
  boolean isConcernedBy(Reading reading) {
    return (reading.isSignOfLife() && (patience.isPresent() || gone)) || isOfItself(reading);
  }

  /** Whether it tells of the camera that it is gone, or back. */
  static boolean isOfItself(Reading reading) {
    return reading instanceof CameraEvent event && event.type() == CameraEventType.OFFLINE;
  }

  void take(Reading reading) {
    if (reading.isSignOfLife()) {
      hear(reading.takenAt());
    }
    if (reading instanceof CameraEvent event && event.quality().mayAlert()) {
      if (isOfItself(event)) {
        tell(event.isAbsence(), event.takenAt());
      } else if (gone && seesAnew(event)) {
        tell(false, event.takenAt());
      }
    }
  }

  private boolean seesAnew(CameraEvent event) {
    return event.phase() != CameraPhase.END && event.takenAt().isAfter(toldAt);
  }

  private void hear(Instant at) {
    if (at.isAfter(heardAt)) {
      seesSince = silentAfter().isBefore(at) ? at : seesSince;
      heardAt = at;
    }
  }

  void tell(Hint.Presence presence) {
    tell(!presence.online(), presence.at());
  }

  /**
   * @param isGone whether it is said to be gone, or to be there
   */
  private void tell(boolean isGone, Instant at) {
    if (at.isAfter(toldAt) || (at.equals(toldAt) && !isGone)) {
      seesSince = gone && !isGone ? at : seesSince;
      gone = isGone;
      toldAt = at;
    }
  }

  /** As an earlier run left it. */
  void restore(SignalState.OfCamera state) {
    gone = state.gone();
    toldAt = state.at();
    seesSince = state.gone() ? Instant.MIN : state.at();
  }

  boolean isGone() {
    return gone;
  }

  /** When it was last said to be gone, or to be there. */
  Instant toldAt() {
    return toldAt;
  }

  /**
   * @param settling for so long it has to see again before it is known to see
   */
  boolean isOpen(Instant at, Duration settling) {
    return !gone && !silentAfter().isBefore(at) && seesSince.plus(settling).isBefore(at);
  }

  /** When it may be another thing without a word; {@link Instant#MAX} for never. */
  Instant changesAfter(Instant at, Duration settling) {
    return Gauge.earlier(justAfter(silentAfter(), at), justAfter(seesSince.plus(settling), at));
  }

  private static Instant justAfter(Instant end, Instant at) {
    return end.isBefore(at) || end.equals(Instant.MAX) ? Instant.MAX : end.plusMillis(1);
  }

  /** One that was not heard since the hub was started is not known to see. */
  private Instant silentAfter() {
    return patience
        .map(allowed -> heardAt.equals(Instant.MIN) ? heardAt : heardAt.plus(allowed))
        .orElse(Instant.MAX);
  }
}
