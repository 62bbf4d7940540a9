package vn.vam.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.quality.Check;
import vn.vam.core.quality.QualityControl;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;

/**
 * Compares each device's clock with the arrival of its messages. One that is behind by much the
 * same for a while is wrong: by seven hours where local time was sent as UTC. So is one that
 * drifts, once it is behind by over ten minutes and falls behind, or catches up, evenly and slowly:
 * one of twenty seconds a day after a month. Until then the times it tells do no harm. One that
 * stands still while messages come is stuck. Both are flagged as suspect; a stuck clock is replaced
 * by the arrival. A device that catches up after an outage is behind by less and less, and is
 * believed. A camera tells its time by what it begins to see: what goes on or ends may bear an
 * older one, and is believed as far as that was.
 */
public final class ClockWatch implements Stage {
  private static final int LOOKED_AT = 6;
  private static final int STUCK_AFTER = 3;
  private static final Duration MOST_BEHIND = Duration.ofMinutes(10);
  private static final Duration MUCH_THE_SAME = Duration.ofMinutes(2);
  private static final Duration FOR_A_WHILE = Duration.ofMinutes(5);

  /** All but the newest of those looked at then make up the while. */
  private static final Duration APART = FOR_A_WHILE.dividedBy(LOOKED_AT - 2);

  /** Half an hour a day; clocks without a quartz are off by no more. */
  private static final double MOST_DRIFT = 0.02;

  /** One time that was told, so many times. */
  private record Told(Instant at, Instant firstArrived, Instant lastArrived, int times) {
    Duration behind() {
      return Duration.between(at, firstArrived);
    }

    Told again(Instant arrived) {
      return new Told(at, firstArrived, arrived, times + 1);
    }
  }

  private enum Verdict {
    BELIEVED,
    WRONG,
    STUCK
  }

  private final QualityControl.Listener listener;
  private final Map<DeviceId, Deque<Told>> clocks = new HashMap<>();
  private final Map<DeviceId, Verdict> cameras = new HashMap<>();

  public ClockWatch(QualityControl.Listener listener) {
    this.listener = listener;
  }

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    return switch (verdict(message, accepted)) {
      case BELIEVED -> accepted;
      case WRONG -> flagged(accepted);
      case STUCK -> flagged(moved(message, accepted));
    };
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    verdict(message, accepted);
  }

  private Verdict verdict(RawMessage message, Outcome.Accepted accepted) {
    return accepted.readings().getFirst() instanceof Reading.CameraEvent event
        ? verdict(event, message.arrivedAt())
        : newest(message, accepted)
            .map(at -> verdict(accepted.device(), at, message.arrivedAt()))
            .orElse(Verdict.BELIEVED);
  }

  private Verdict verdict(Reading.CameraEvent event, Instant arrived) {
    if (event.takenAt().equals(arrived)) {
      return Verdict.BELIEVED;
    }
    return event.phase() == CameraPhase.NEW
        ? cameras.compute(
            event.device(), (camera, before) -> verdict(camera, event.takenAt(), arrived))
        : cameras.getOrDefault(event.device(), Verdict.BELIEVED);
  }

  private static Optional<Instant> newest(RawMessage message, Outcome.Accepted accepted) {
    Optional<Instant> latest = Optional.empty();
    for (Reading reading : accepted.readings()) {
      if (!reading.takenAt().equals(message.arrivedAt())) {
        latest = later(latest, end(reading));
      }
    }
    return latest;
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().isBefore(other.get()) ? other : one;
  }

  /** When a device could have spoken of it at the soonest: an interval is told once it is over. */
  private static Optional<Instant> end(Reading reading) {
    return switch (reading) {
      case Reading.Measured measured -> Optional.of(measured.takenAt());
      case Reading.Counted counted -> Optional.of(counted.takenAt().plus(counted.length()));
      case Reading.CameraEvent event -> Optional.empty();
      case Reading.Past past -> Optional.empty();
    };
  }

  private Verdict verdict(DeviceId device, Instant at, Instant arrived) {
    Deque<Told> told = clocks.computeIfAbsent(device, id -> new ArrayDeque<>());
    if (!told.isEmpty() && told.getLast().at().equals(at)) {
      told.addLast(told.removeLast().again(arrived));
    } else {
      thin(told);
      told.addLast(new Told(at, arrived, arrived, 1));
    }
    if (told.size() > LOOKED_AT) {
      told.removeFirst();
    }
    return isStuck(told.getLast())
        ? Verdict.STUCK
        : isWrong(told) ? Verdict.WRONG : Verdict.BELIEVED;
  }

  /** However often a device speaks, what is looked at lasts a while: the newest and some apart. */
  private static void thin(Deque<Told> told) {
    if (told.size() > 1) {
      Iterator<Told> newest = told.descendingIterator();
      Instant last = newest.next().firstArrived();
      Instant before = newest.next().firstArrived();
      if (last.isBefore(before.plus(APART))) {
        told.removeLast();
      }
    }
  }

  private static boolean isWrong(Deque<Told> told) {
    return told.size() == LOOKED_AT
        && lasts(told).compareTo(FOR_A_WHILE) >= 0
        && told.stream().allMatch(one -> one.behind().compareTo(MOST_BEHIND) > 0)
        && (isMuchTheSame(told, 0) || isDrifting(told));
  }

  /** A clock that drifts is behind by evenly more, or less, the longer the device speaks. */
  private static boolean isDrifting(Deque<Told> told) {
    Duration more = told.getLast().behind().minus(told.getFirst().behind());
    double drift = (double) more.toMillis() / lasts(told).toMillis();
    return Math.abs(drift) <= MOST_DRIFT && isMuchTheSame(told, drift);
  }

  /**
   * @param drift by how much of the time that passes the clock is taken to go wrong
   */
  private static boolean isMuchTheSame(Deque<Told> told, double drift) {
    Instant begin = told.getFirst().firstArrived();
    LongSummaryStatistics behind =
        told.stream()
            .mapToLong(
                one ->
                    one.behind().toMillis()
                        - Math.round(
                            drift * Duration.between(begin, one.firstArrived()).toMillis()))
            .summaryStatistics();
    return behind.getMax() - behind.getMin() <= MUCH_THE_SAME.toMillis();
  }

  private static boolean isStuck(Told told) {
    return told.times() >= STUCK_AFTER
        && !told.firstArrived().plus(FOR_A_WHILE).isAfter(told.lastArrived());
  }

  private static Duration lasts(Deque<Told> told) {
    return Duration.between(told.getFirst().firstArrived(), told.getLast().firstArrived());
  }

  private Outcome.Accepted flagged(Outcome.Accepted accepted) {
    return accepted.with(accepted.readings().stream().map(this::suspect).toList());
  }

  private Reading suspect(Reading reading) {
    return switch (reading) {
      case Reading.Measured measured -> {
        listener.doubted(measured.quantity(), Check.CLOCK);
        yield measured.flagged(measured.quality().worseOf(Quality.SUSPECT));
      }
      case Reading.Counted counted -> {
        listener.doubted(Quantity.COUNT, Check.CLOCK);
        yield counted.flagged(counted.quality().worseOf(Quality.SUSPECT));
      }
      case Reading.CameraEvent event -> {
        listener.doubted(Quantity.SCORE, Check.CLOCK);
        yield event.flagged(event.quality().worseOf(Quality.SUSPECT));
      }
      case Reading.Past past -> past;
    };
  }

  private static Outcome.Accepted moved(RawMessage message, Outcome.Accepted accepted) {
    return accepted.with(
        accepted.readings().stream().map(reading -> at(reading, message.arrivedAt())).toList());
  }

  private static Reading at(Reading reading, Instant arrived) {
    return switch (reading) {
      case Reading.Measured measured -> measured.at(arrived);
      case Reading.Counted counted -> counted.at(arrived.minus(counted.length()));
      case Reading.CameraEvent event -> event.at(arrived);
      case Reading.Past past -> past;
    };
  }
}
