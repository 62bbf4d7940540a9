package vn.vam.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RecentKeys;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;

/**
 * Two messages of a device that tells no time are two points: also where they arrive within one
 * millisecond, or where the hub's clock is set back and goes over the same time again. What stands
 * at its arrival is moved to the next millisecond at which nothing of its device stands yet.
 *
 * <p>At least the last {@value #REMEMBERED} arrivals of all devices are remembered, across a
 * restart as far as the log is recalled. A device that keeps sending more than a message a
 * millisecond gets ahead of the clock by up to a minute; then its messages merge.
 */
public final class ArrivalsApart implements Stage {
  static final Duration MOST_AHEAD = Duration.ofMinutes(1);

  private static final int REMEMBERED = 100_000;
  private static final int STEPS = 16;

  /** One device's, and the last of them that was taken, in milliseconds since 1970. */
  private static final class Moments {
    private final long number;
    private long last = Long.MIN_VALUE;

    Moments(long number) {
      this.number = number;
    }

    /** Bijective in the time, so that no two moments of a device share a key; mixed for the set. */
    IdentityKey key(long moment) {
      long mixed = moment ^ number * 0x9E3779B97F4A7C15L;
      mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
      return new IdentityKey(number, mixed ^ mixed >>> 31);
    }
  }

  private final RecentKeys taken = new RecentKeys(REMEMBERED);
  private final Map<DeviceId, Moments> devices = new HashMap<>();

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    if (!isTimedByArrival(message, accepted)) {
      return accepted;
    }
    long arrived = message.arrivedAt().toEpochMilli();
    Moments moments = momentsOf(accepted.device());
    OptionalLong free = free(moments, arrived);
    free.ifPresent(moment -> take(moments, moment));
    Duration later = Duration.ofMillis(free.orElse(arrived) - arrived);
    return later.isZero()
        ? accepted
        : accepted.each(reading -> standsAt(message, reading) ? movedBy(later, reading) : reading);
  }

  private static boolean isTimedByArrival(RawMessage message, Outcome.Accepted accepted) {
    for (Reading reading : accepted.readings()) {
      if (standsAt(message, reading)) {
        return true;
      }
    }
    return false;
  }

  /** Whatever stands where an arrival may have been moved to counts as one. */
  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    for (Reading reading : accepted.readings()) {
      recall(message, accepted.device(), reading.takenAt());
      recall(message, accepted.device(), toldAt(reading));
    }
  }

  private void recall(RawMessage message, DeviceId device, Instant at) {
    Duration later = Duration.between(message.arrivedAt(), at);
    if (!later.isNegative() && later.compareTo(MOST_AHEAD) <= 0) {
      take(momentsOf(device), at.toEpochMilli());
    }
  }

  private Moments momentsOf(DeviceId device) {
    return devices.computeIfAbsent(device, id -> new Moments(devices.size() + 1L));
  }

  private void take(Moments moments, long moment) {
    taken.add(moments.key(moment));
    moments.last = moment;
  }

  /** Near the arrival, else behind the last one, where a burst has filled all between them. */
  private OptionalLong free(Moments moments, long arrived) {
    OptionalLong near = firstFree(moments, arrived);
    boolean isBurst =
        moments.last >= arrived && moments.last < arrived + MOST_AHEAD.toMillis() - STEPS;
    return near.isPresent() || !isBurst ? near : firstFree(moments, moments.last + 1);
  }

  private OptionalLong firstFree(Moments moments, long from) {
    for (long moment = from; moment < from + STEPS; moment++) {
      if (!taken.contains(moments.key(moment))) {
        return OptionalLong.of(moment);
      }
    }
    return OptionalLong.empty();
  }

  private static boolean standsAt(RawMessage message, Reading reading) {
    return reading.takenAt().equals(message.arrivedAt())
        || toldAt(reading).equals(message.arrivedAt());
  }

  /** An interval that was moved to its start was told at its end. */
  private static Instant toldAt(Reading reading) {
    return switch (reading) {
      case Reading.Measured measured -> measured.takenAt();
      case Reading.Counted counted -> counted.takenAt().plus(counted.length());
      case Reading.CameraEvent event -> event.takenAt();
      case Reading.Past past -> past.takenAt();
    };
  }

  private static Reading movedBy(Duration later, Reading reading) {
    return switch (reading) {
      case Reading.Measured measured -> measured.at(measured.takenAt().plus(later));
      case Reading.Counted counted -> counted.at(counted.takenAt().plus(later));
      case Reading.CameraEvent event -> event.at(event.takenAt().plus(later));
      case Reading.Past past -> past;
    };
  }
}
