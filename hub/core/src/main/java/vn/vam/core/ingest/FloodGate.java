package vn.vam.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * however far ahead a clock runs. Of what was measured over a minute before it arrived, each minute
 * of that time is counted for itself, and holds twice as many: a backlog that arrives at once is no
 * flood, in whatever order; a flood of some old times is one.
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

  /** Messages by the minute, since 1970, of which they tell; of the last such minutes told of. */
  private static final class Past extends LinkedHashMap<Long, Integer> {
    private static final long serialVersionUID = 1;
    private static final int REMEMBERED = 240;

    Past() {
      super(16, 0.75f, true);
    }

    int count(Instant at) {
      return merge(at.getEpochSecond() / MINUTE.toSeconds(), 1, Integer::sum);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
      return size() > REMEMBERED;
    }
  }

  private final Supplier<Registry> registry;
  private final Map<DeviceId, Minute> present = new HashMap<>();
  private final Map<DeviceId, Past> backlog = new HashMap<>();

  public FloodGate(Supplier<Registry> registry) {
    this.registry = registry;
  }

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    int most = most(accepted.device());
    return isWithin(most, message, accepted)
        ? accepted
        : new Outcome.Rejected(
            Optional.of(accepted.device()),
            RejectReason.RATE_LIMITED,
            Optional.empty(),
            "expected at most %d messages a minute of a device".formatted(most));
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    isWithin(Integer.MAX_VALUE, message, accepted);
  }

  private boolean isWithin(long most, RawMessage message, Outcome.Accepted accepted) {
    Instant measured = accepted.readings().getFirst().takenAt();
    Instant arrived = message.arrivedAt();
    return measured.isBefore(arrived.minus(MINUTE))
        ? backlog.computeIfAbsent(accepted.device(), id -> new Past()).count(measured) <= 2 * most
        : present.computeIfAbsent(accepted.device(), id -> new Minute()).count(arrived) <= most;
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
