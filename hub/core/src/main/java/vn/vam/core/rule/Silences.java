package vn.vam.core.rule;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import vn.vam.core.station.DeviceId;

/**
 * What a rule that waits for silence remembers of the devices of a station.
 *
 * @param heard when each was heard last, or first listened to; by the id of the station where it is
 *     waited for as a whole
 * @param told whose silence people were told of last, in the alert that is open
 * @param back who of these was heard since
 */
public record Silences(Map<DeviceId, Instant> heard, Set<DeviceId> told, Set<DeviceId> back) {
  /** Also what a hub remembered that knew stations alone. */
  public static final Silences NONE = new Silences(Map.of(), Set.of());

  public Silences {
    heard = Map.copyOf(heard);
    told = Set.copyOf(told);
    back = Set.copyOf(back);
  }

  /** All that people were told of are silent. */
  public Silences(Map<DeviceId, Instant> heard, Set<DeviceId> told) {
    this(heard, told, Set.of());
  }
}
