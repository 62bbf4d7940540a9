package vn.vam.core.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Reading.CameraEvent;

/**
 * One event of a camera, from its first phase to its last, however many messages told of it.
 *
 * @param newest the phase that tells how things are, by the camera's own time
 * @param startedAt the earliest time any of its phases told
 * @param idle when no phase is heard for so long, the event counts as ended
 */
public record SeenEvent(CameraEvent newest, Instant startedAt, Duration idle) {

  /** How an event came to its end. */
  public enum Ending {
    /** The camera said so. */
    CAMERA,
    /** Nothing more was heard of it. */
    IDLE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static SeenEvent begin(CameraEvent event, Duration idle) {
    return new SeenEvent(event, start(event), idle);
  }

  SeenEvent with(CameraEvent event) {
    return beginsAnew(event)
        ? begin(event, idle)
        : new SeenEvent(
            replaces(event) ? keepingPlate(event) : newest,
            start(event).isBefore(startedAt) ? start(event) : startedAt,
            idle);
  }

  /** Whether this other id is the same thing seen, lost and found again. */
  boolean goesOnAs(CameraEvent event) {
    return isEnded()
        && newest.device().equals(event.device())
        && newest.type() == event.type()
        && startedAt.equals(start(event));
  }

  public boolean isOpen(Instant now) {
    return ending(now).isEmpty();
  }

  public Optional<Ending> ending(Instant now) {
    if (isEnded()) {
      return Optional.of(Ending.CAMERA);
    }
    return lasts() || newest.takenAt().plus(idle).isAfter(now)
        ? Optional.empty()
        : Optional.of(Ending.IDLE);
  }

  public CameraPhase phase(Instant now) {
    return isOpen(now) ? newest.phase() : CameraPhase.END;
  }

  /** A camera that is gone says nothing more: it stays gone until it is told to be back. */
  private boolean lasts() {
    return newest.type() == CameraEventType.OFFLINE;
  }

  private boolean isEnded() {
    return newest.phase() == CameraPhase.END;
  }

  private boolean isSameId(CameraEvent event) {
    return newest.eventId().equals(event.eventId());
  }

  /** Gateways that know no ids use one and the same for what happens time and again. */
  private boolean beginsAnew(CameraEvent event) {
    return isEnded()
        && isSameId(event)
        && event.phase() == CameraPhase.NEW
        && event.takenAt().isAfter(newest.takenAt());
  }

  /** An end is final for its id, in whatever order its messages come. */
  private boolean replaces(CameraEvent event) {
    boolean ends = event.phase() == CameraPhase.END;
    if (isSameId(event) && isEnded() != ends) {
      return ends;
    }
    return !event.takenAt().isBefore(newest.takenAt());
  }

  private CameraEvent keepingPlate(CameraEvent event) {
    return event.withPlate(event.maskedPlate().or(newest::maskedPlate));
  }

  private static Instant start(CameraEvent event) {
    return event.startedAt().orElse(event.takenAt());
  }
}
