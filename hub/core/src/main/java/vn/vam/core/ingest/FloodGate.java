package vn.vam.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Stage;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Registry;

/**
 * Turns away what a device sends beyond so many messages a minute. What counts is the arrival,
 * however far ahead a clock runs; and of what was measured over a minute before it arrived, apart
 * from the rest, the time it was measured at: a backlog that arrives at once is no flood.
 */
public final class FloodGate implements Stage {
  /** A thousand a second: no device of ours, and no test of ours, sends more. */
  static final int USUAL = 60_000;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final class Minute {
    private Instant begun = Instant.MIN;
    private int messages;

    int count(Instant at) {
      boolean another = at.isBefore(begun) || !at.isBefore(begun.plus(MINUTE));
      begun = another ? at : begun;
      messages = another ? 1 : messages + 1;
      return messages;
    }
  }

  private final Supplier<Registry> registry;
  private final Map<DeviceId, Minute> present = new HashMap<>();
  private final Map<DeviceId, Minute> backlog = new HashMap<>();

  public FloodGate(Supplier<Registry> registry) {
    this.registry = registry;
  }

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    int most = most(accepted.device());
    return count(message, accepted) <= most
        ? accepted
        : new Outcome.Rejected(
            Optional.of(accepted.device()),
            RejectReason.RATE_LIMITED,
            Optional.empty(),
            "expected at most %d messages a minute of a device".formatted(most));
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    count(message, accepted);
  }

  private int count(RawMessage message, Outcome.Accepted accepted) {
    Instant measured = accepted.readings().getFirst().takenAt();
    Instant arrived = message.arrivedAt();
    return measured.isBefore(arrived.minus(MINUTE))
        ? count(backlog, accepted.device(), measured)
        : count(present, accepted.device(), arrived);
  }

  private static int count(Map<DeviceId, Minute> minutes, DeviceId device, Instant at) {
    return minutes.computeIfAbsent(device, id -> new Minute()).count(at);
  }

  private int most(DeviceId device) {
    return registry
        .get()
        .device(device)
        .map(Device::traits)
        .flatMap(traits -> traits.mostPerMinute())
        .orElse(USUAL);
  }
}
