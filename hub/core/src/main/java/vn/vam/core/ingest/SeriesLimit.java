package vn.vam.core.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;

/**
 * Bounds how many series a device can begin: lanes and directions are tags, and a database pays for
 * every new one for years. Begins anew when the hub is restarted and the log tells of fewer.
 */
public final class SeriesLimit implements Stage {
  static final int MOST = 64;

  private record Lane(String lane, String direction) {}

  private final Map<DeviceId, Set<Lane>> known = new HashMap<>();

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    Set<Lane> lanes = lanes(accepted);
    if (lanes.isEmpty()) {
      return accepted;
    }
    Set<Lane> all = known.computeIfAbsent(accepted.device(), id -> new HashSet<>());
    long more = lanes.stream().filter(lane -> !all.contains(lane)).count();
    if (all.size() + more > MOST) {
      return new Outcome.Rejected(
          Optional.of(accepted.device()),
          RejectReason.TOO_MANY_SERIES,
          Optional.of("lane"),
          "expected at most %d lanes and directions of a device".formatted(MOST));
    }
    all.addAll(lanes);
    return accepted;
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    known.computeIfAbsent(accepted.device(), id -> new HashSet<>()).addAll(lanes(accepted));
  }

  private static Set<Lane> lanes(Outcome.Accepted accepted) {
    Set<Lane> lanes = Set.of();
    for (Reading reading : accepted.readings()) {
      Reading present = reading instanceof Reading.Past past ? past.reading() : reading;
      if (present instanceof Reading.Counted counted) {
        lanes = lanes.isEmpty() ? new HashSet<>() : lanes;
        lanes.add(new Lane(counted.lane(), counted.direction()));
      }
    }
    return lanes;
  }
}
