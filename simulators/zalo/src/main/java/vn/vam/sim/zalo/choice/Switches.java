package vn.vam.sim.zalo.choice;

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

  /**
   * @throws IllegalArgumentException when the switch has no such position
   */
  public void turn(Switch which, int position) {
    if (!which.allows(position)) {
      throw new IllegalArgumentException(
          "%s is %s, was %d".formatted(which.word(), which.positions(), position));
    }
    set.put(which, position);
  }

  public void reset() {
    set.clear();
  }
}
