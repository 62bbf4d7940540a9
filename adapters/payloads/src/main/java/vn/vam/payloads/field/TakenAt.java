package vn.vam.payloads.field;

import java.time.Instant;
import java.util.Optional;
import vn.vam.core.reading.Quality;
import vn.vam.payloads.note.Note;

/**
 * When a message's readings were taken, and how we know.
 *
 * @param at millisecond precision
 */
public record TakenAt(Instant at, Source source) {
  private static final String TIME = "time";

  public enum Source {
    /** The device said so. */
    DEVICE,
    /** The device said nothing: the time of arrival. */
    ARRIVAL,
    /** The device said something senseless: the time of arrival. */
    ARRIVAL_INSTEAD,
    /** The device said something that is no time at all: the time of arrival. */
    ARRIVAL_FOR_UNREADABLE
  }

  /** The given quality, or suspect where the device's clock was not to be believed. */
  public Quality flag(Quality unsuspicious) {
    return switch (source) {
      case DEVICE, ARRIVAL -> unsuspicious;
      case ARRIVAL_INSTEAD, ARRIVAL_FOR_UNREADABLE -> unsuspicious.worseOf(Quality.SUSPECT);
    };
  }

  /** Why it is not the device's own, where the device told one. */
  public Optional<Note> note() {
    return switch (source) {
      case DEVICE, ARRIVAL -> Optional.empty();
      case ARRIVAL_INSTEAD ->
          Optional.of(
              new Note(
                  TIME,
                  "not believed, the arrival stands in and the quality is 3; expected a time from"
                      + " 2015 on, at most 5 minutes after the arrival"));
      case ARRIVAL_FOR_UNREADABLE ->
          Optional.of(
              new Note(
                  TIME,
                  "left out, the arrival stands in and the quality is 3; expected RFC 3339, or a"
                      + " number since 1970"));
    };
  }

  /** How many fields were left out: the time itself, when it was unreadable. */
  public int dropped() {
    return source == Source.ARRIVAL_FOR_UNREADABLE ? 1 : 0;
  }
}
