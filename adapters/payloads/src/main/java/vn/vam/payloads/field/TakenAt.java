package vn.vam.payloads.field;

import java.time.Instant;
import vn.vam.core.reading.Quality;

/**
 * When a message's readings were taken, and how we know.
 *
 * @param at millisecond precision
 */
public record TakenAt(Instant at, Source source) {

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

  /** How many fields were left out: the time itself, when it was unreadable. */
  public int dropped() {
    return source == Source.ARRIVAL_FOR_UNREADABLE ? 1 : 0;
  }
}
