package vn.vam.core.bus;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import vn.vam.core.station.Position;

/**
 * Where a bus is.
 *
 * @param day of the service; absent for whichever day it runs on
 * @param sequence of the halt it is at or goes to; -1 where it is not told
 * @param stop the same as a stop's id; empty where it is not told
 * @param isThere it stands at that halt; else it is on its way to it
 * @param position as its receiver says, where it says so
 * @param at when it was there
 */
public record Vehicle(
    String trip,
    Optional<LocalDate> day,
    int sequence,
    String stop,
    boolean isThere,
    Optional<Position> position,
    Instant at) {
  /** A bus is elsewhere by then. */
  static final Duration WORTH_TELLING = Duration.ofMinutes(3);

  /** Clocks of buses differ a little. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  boolean isOfNow(Instant now) {
    return !at.isBefore(now.minus(WORTH_TELLING)) && !at.isAfter(now.plus(AHEAD));
  }

  /** The index of the halt it is at or goes to; by its position where nothing else is told. */
  OptionalInt haltOf(Trip onTrip, Timetable timetable) {
    List<StopTime> halts = onTrip.halts();
    OptionalInt told =
        IntStream.range(0, halts.size()).filter(i -> isHere(halts.get(i))).findFirst();
    if (told.isPresent() || sequence >= 0 || !stop.isEmpty()) {
      return told;
    }
    return position.map(here -> nearest(here, halts, timetable)).orElseGet(OptionalInt::empty);
  }

  private boolean isHere(StopTime halt) {
    return sequence >= 0
        ? halt.sequence() == sequence
        : !stop.isEmpty() && halt.stop().equals(stop);
  }

  private static OptionalInt nearest(Position here, List<StopTime> halts, Timetable timetable) {
    return IntStream.range(0, halts.size())
        .boxed()
        .filter(i -> timetable.stop(halts.get(i).stop()).isPresent())
        .min(
            Comparator.comparingDouble(
                i ->
                    timetable
                        .stop(halts.get(i).stop())
                        .map(stop -> here.kmTo(stop.position()))
                        .orElse(Double.MAX_VALUE)))
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }
}
