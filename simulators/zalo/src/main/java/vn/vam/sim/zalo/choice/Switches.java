package vn.vam.sim.zalo.platform;

import java.util.EnumMap;
import java.util.Map;

/** How the switches stand. */
public final class Switches {
  private final Map<Switch, Integer> set = new EnumMap<>(Switch.class);

  public int value(Switch which) {
    return set.getOrDefault(which, which.standard());
  }

  public boolean isOn(Switch which) {
    return value(which) != 0;
  }

  /** False when the switch has no such position. */
  public boolean turn(Switch which, int value) {
    if (value < which.least() || value > which.most()) return false;
    set.put(which, value);
    return true;
  }

  public void reset() {
    set.clear();
  }
}
