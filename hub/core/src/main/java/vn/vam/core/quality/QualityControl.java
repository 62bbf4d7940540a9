package vn.vam.core.quality;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Derived;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.DeviceTraits;
import vn.vam.core.station.Registry;

/**
 * Flags every value by what came before it in its series: of one device, quantity, lane and
 * direction. It only ever worsens what the decoder said. What tells the past, or comes late, is
 * held to the range alone and is remembered by nobody.
 */
public final class QualityControl implements Stage {
  /** What a device without lanes measures is in none. */
  private record Lane(String name, String direction) {
    private static final Lane NONE = new Lane("", "");
  }

  /** Hears what spoke against a value. Called on the stage's own thread. */
  @FunctionalInterface
  public interface Listener {
    void doubted(Quantity quantity, Check check);
  }

  private final Supplier<Registry> registry;
  private final Listener listener;
  private final Map<DeviceId, Map<Lane, Map<Quantity, Series>>> series = new HashMap<>();
  private final Supplier<StationLimits> limits;

  public QualityControl(Supplier<Registry> registry, Listener listener) {
    this.registry = registry;
    this.listener = listener;
    this.limits = new Derived<>(registry, StationLimits::new);
  }

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    return accepted.each(reading -> judged(reading, listener));
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    accepted.readings().forEach(reading -> judged(reading, (quantity, check) -> {}));
  }

  private Reading judged(Reading reading, Listener told) {
    return switch (reading) {
      case Reading.Measured measured -> measured.flagged(flag(measured, told));
      case Reading.Counted counted -> counted.flagged(flag(counted, told));
      case Reading.CameraEvent event -> event;
      case Reading.Past past -> new Reading.Past(inRange(past.reading(), told));
    };
  }

  private Quality flag(Reading.Measured reading, Listener told) {
    return flag(reading, reading.quantity(), reading.value(), Lane.NONE, told);
  }

  private Quality flag(Reading.Counted reading, Listener told) {
    Quality flag = IntervalCheck.of(reading, limits(reading, Quantity.COUNT).perHour(), told);
    Lane lane = new Lane(reading.lane(), reading.direction());
    for (Map.Entry<Quantity, Double> value : reading.values().entrySet()) {
      flag = flag.worseOf(flag(reading, value.getKey(), value.getValue(), lane, told));
    }
    return flag;
  }

  private Quality flag(Reading reading, Quantity quantity, double value, Lane lane, Listener told) {
    if (!quantity.isPossible(value)) {
      told.doubted(quantity, Check.RANGE);
      return reading.quality().worseOf(Quality.FAIL);
    }
    if (reading.quality() == Quality.FAIL || reading.quality() == Quality.MISSING) {
      return reading.quality();
    }
    QualityLimits limits = limits(reading, quantity);
    Set<Check> against =
        series(reading.device(), lane, quantity)
            .judge(
                reading.takenAt(),
                value,
                quantity.isCount() ? limits.ofCounts() : limits,
                limits.longest(quantity, value),
                every(reading.device()));
    against.forEach(check -> told.doubted(quantity, check));
    return reading.quality().worseOf(flag(against));
  }

  private Series series(DeviceId device, Lane lane, Quantity quantity) {
    return series
        .computeIfAbsent(device, id -> new HashMap<>())
        .computeIfAbsent(lane, in -> new EnumMap<>(Quantity.class))
        .computeIfAbsent(quantity, of -> new Series());
  }

  private static Quality flag(Set<Check> against) {
    if (against.isEmpty()) {
      return Quality.PASS;
    }
    return against.equals(Set.of(Check.GAP)) ? Quality.NOT_EVALUATED : Quality.SUSPECT;
  }

  private Reading inRange(Reading reading, Listener told) {
    return switch (reading) {
      case Reading.Measured measured ->
          measured.flagged(inRange(measured, measured.quantity(), measured.value(), told));
      case Reading.Counted counted -> counted.flagged(inRange(counted, told));
      case Reading.CameraEvent event -> event;
      case Reading.Past past -> past;
    };
  }

  private Quality inRange(Reading.Counted counted, Listener told) {
    Quality flag = IntervalCheck.of(counted, limits(counted, Quantity.COUNT).perHour(), told);
    for (Map.Entry<Quantity, Double> value : counted.values().entrySet()) {
      flag = flag.worseOf(inRange(counted, value.getKey(), value.getValue(), told));
    }
    return flag;
  }

  private Quality inRange(Reading reading, Quantity quantity, double value, Listener told) {
    boolean possible = quantity.isPossible(value);
    if (possible && limits(reading, quantity).isUsual(value)) {
      return reading.quality();
    }
    told.doubted(quantity, Check.RANGE);
    return reading.quality().worseOf(possible ? Quality.SUSPECT : Quality.FAIL);
  }

  private QualityLimits limits(Reading reading, Quantity quantity) {
    return limits.get().of(reading.station(), quantity);
  }

  private Optional<Duration> every(DeviceId device) {
    return registry.get().device(device).map(Device::traits).flatMap(DeviceTraits::reportsEvery);
  }
}
