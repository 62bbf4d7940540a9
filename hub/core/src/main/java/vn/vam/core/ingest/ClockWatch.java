package vn.vam.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.quality.Check;
import vn.vam.core.quality.QualityControl;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;

/**
 * Compares each device's clock with the arrival of its messages. One that is behind by much the
 * same for a while is wrong: by seven hours where local time was sent as UTC, by less where it
 * drifts. One that stands still while messages come is stuck. Both are flagged as suspect; a stuck
 * clock is replaced by the arrival. A device that catches up after an outage is behind by less and
 * less, and is believed.
 */
public final class ClockWatch implements Stage {
  private static final int LOOKED_AT = 6;
  private static final int STUCK_AFTER = 3;
  private static final Duration MOST_BEHIND = Duration.ofMinutes(10);
  private static final Duration MUCH_THE_SAME = Duration.ofMinutes(2);
  private static final Duration FOR_A_WHILE = Duration.ofMinutes(5);

  private record Seen(Instant at, Instant arrived) {
    Duration behind() {
      return Duration.between(at, arrived);
    }
  }

  private enum Verdict {
    BELIEVED,
    WRONG,
    STUCK
  }

  private final QualityControl.Listener listener;
  private final Map<DeviceId, Deque<Seen>> clocks = new HashMap<>();

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
    Reading first = accepted.readings().getFirst();
    boolean told = !first.takenAt().equals(message.arrivedAt());
    if (!told || first instanceof Reading.Past || first instanceof Reading.CameraEvent) {
      return Verdict.BELIEVED;
    }
    Deque<Seen> seen = clocks.computeIfAbsent(accepted.device(), id -> new ArrayDeque<>());
    seen.addLast(new Seen(first.takenAt(), message.arrivedAt()));
    if (seen.size() > LOOKED_AT) {
      seen.removeFirst();
    }
    return isStuck(seen) ? Verdict.STUCK : isWrong(seen) ? Verdict.WRONG : Verdict.BELIEVED;
  }

  private static boolean isWrong(Deque<Seen> seen) {
    if (seen.size() < LOOKED_AT || lasts(seen).compareTo(FOR_A_WHILE) < 0) {
      return false;
    }
    List<Duration> behind = seen.stream().map(Seen::behind).sorted().toList();
    Duration spread = behind.getLast().minus(behind.getFirst());
    return behind.getFirst().compareTo(MOST_BEHIND) > 0 && spread.compareTo(MUCH_THE_SAME) <= 0;
  }

  private static boolean isStuck(Deque<Seen> seen) {
    List<Seen> same = seen.stream().filter(each -> each.at().equals(seen.getLast().at())).toList();
    return same.size() >= STUCK_AFTER
        && !same.getFirst().arrived().plus(FOR_A_WHILE).isAfter(same.getLast().arrived());
  }

  private static Duration lasts(Deque<Seen> seen) {
    return Duration.between(seen.getFirst().arrived(), seen.getLast().arrived());
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
      case Reading.CameraEvent event -> event;
      case Reading.Past past -> past;
    };
  }

  private static Outcome.Accepted moved(RawMessage message, Outcome.Accepted accepted) {
    return accepted.with(
        accepted.readings().stream().map(reading -> at(reading, message.arrivedAt())).toList());
  }

  private static Reading at(Reading reading, Instant arrived) {
    return switch (reading) {
      case Reading.Measured measured ->
          new Reading.Measured(
              measured.device(),
              measured.station(),
              measured.quantity(),
              measured.value(),
              measured.quality(),
              arrived,
              measured.method());
      case Reading.Counted counted -> counted.at(arrived);
      case Reading.CameraEvent event -> event;
      case Reading.Past past -> past;
    };
  }
}
