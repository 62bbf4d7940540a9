package vn.vam.core.ingest;

import java.util.function.Supplier;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.Counted;
import vn.vam.core.station.Device;
import vn.vam.core.station.Registry;

/**
 * An interval is known by its start: that of a counter which tells the end is moved there, and so
 * is one that stands at its arrival, since an interval is told once it is over.
 */
public final class IntervalStarts implements Stage {
  private final Supplier<Registry> registry;

  public IntervalStarts(Supplier<Registry> registry) {
    this.registry = registry;
  }

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    boolean endStamped =
        registry
            .get()
            .device(accepted.device())
            .map(Device::traits)
            .filter(traits -> traits.endStamped())
            .isPresent();
    return accepted.each(
        reading ->
            endStamped || reading.takenAt().equals(message.arrivedAt())
                ? started(reading)
                : reading);
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    // Each message stands for itself.
  }

  private static Reading started(Reading reading) {
    return switch (reading) {
      case Counted counted -> counted.at(counted.takenAt().minus(counted.length()));
      case Reading.Past past -> new Reading.Past(started(past.reading()));
      case Reading.Measured measured -> measured;
      case Reading.CameraEvent event -> event;
    };
  }
}
