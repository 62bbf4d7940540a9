package vn.vam.core.citizen;

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
}
