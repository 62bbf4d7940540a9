package vn.vam.core.bus;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What buses do that their timetable does not tell.
 *
 * @param madeAt when the operator knew it
 * @param updates by trip
 */
public record TripUpdates(Instant madeAt, Map<String, List<Update>> updates) {
  /** Older ones say nothing about now. */
  static final Duration WORTH_TELLING = Duration.ofMinutes(5);

  public static final TripUpdates NONE = new TripUpdates(Instant.EPOCH, Map.of());

  public TripUpdates {
    updates = Map.copyOf(updates);
  }

  /**
   * Of one trip.
   *
   * @param day of the service; absent for whichever day it runs on
   * @param halts in the order of the trip
   */
  public record Update(Optional<LocalDate> day, boolean cancelled, List<Halt> halts) {
    public Update {
      halts = List.copyOf(halts);
    }
  }

  /** What is known of a halt. */
  public sealed interface Halt {
    /** -1 where the stop's id is all that is told. */
    int sequence();

    String stop();

    /**
     * @param delay seconds; negative for one that is early; holds until the next halt that is told
     */
    record Late(int sequence, String stop, int delay) implements Halt {}

    /** A time instead of a delay. */
    record At(int sequence, String stop, Instant departure) implements Halt {}

    record Skipped(int sequence, String stop) implements Halt {}
  }

  boolean areOfNow(Instant now) {
    return !madeAt.isBefore(now.minus(WORTH_TELLING));
  }

  Optional<Update> of(Trip trip, LocalDate day) {
    return updates.getOrDefault(trip.id(), List.of()).stream()
        .filter(update -> update.day().map(day::equals).orElse(true))
        .findFirst();
  }
}
