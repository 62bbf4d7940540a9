package vn.vam.core.citizen;

import java.time.Instant;
import java.util.List;
import vn.vam.core.station.StationId;

/** Who wants to hear of what. */
public interface Citizens {
  /**
   * Those who follow the account and agreed to hear of this station, in the order in which they
   * agreed.
   */
  List<String> audience(StationId station);

  List<StationId> subscriptions(String citizen);

  /**
   * Everything kept of a citizen that an answer may depend on.
   *
   * @param now an open question of long before is none any more
   */
  default Profile profile(String citizen, Instant now) {
    return Profile.of(subscriptions(citizen));
  }
}
