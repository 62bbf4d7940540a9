package vn.vam.core.operator;

import java.util.List;
import vn.vam.core.alert.Alert;
import vn.vam.core.station.DeviceId;

/**
 * An alert of silence that stands, but of other devices than operators know of.
 *
 * @param steps how many steps of their list were told of it
 * @param known the devices they know of; none where it was the whole station
 */
public record Shifted(Alert alert, int steps, List<DeviceId> known) {
  public Shifted {
    known = List.copyOf(known);
  }

  /** Whether they know of that already: a device came and went. */
  public boolean isKnown() {
    return known.equals(alert.devices());
  }

  /** Whether nobody is silent but those they know of. */
  public boolean isBetter() {
    return known.isEmpty() || (!alert.devices().isEmpty() && known.containsAll(alert.devices()));
  }
}
