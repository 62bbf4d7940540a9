package vn.vam.core.limit;

import vn.vam.core.rule.Level;
import vn.vam.core.station.StationId;

/**
 * A salinity from which on a citizen wants to be told.
 *
 * @param level g/l, finite and above 0; the level itself is on neither side
 */
public record Limit(StationId station, Side side, double level) {
  /** Where the water must be for the citizen to be told. */
  public enum Side {
    ABOVE,
    BELOW
  }

  public Limit {
    if (!(level > 0 && Double.isFinite(level))) {
      throw new IllegalArgumentException("a limit lies above 0 g/l, was " + level);
    }
  }

  /** Whether another takes its place: a citizen has one of each side at a station. */
  public boolean replaces(Limit other) {
    return station.equals(other.station) && side == other.side;
  }

  /** What counts as a breach. */
  public Level breach() {
    return switch (side) {
      case ABOVE -> new Level.Above(level);
      case BELOW -> new Level.Below(level);
    };
  }
}
