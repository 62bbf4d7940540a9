package vn.vam.sim.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is done to the hub and to what stands around it.
 *
 * @param launcher of the hub, {@code ./vam}
 * @param cycles how many faults in all, at least 1; the kinds take turns
 * @param kinds of faults, at least one
 * @param perSecond messages published meanwhile, 100 to 2,000
 * @param seed decides the instants and the variants
 * @param hubOptions of its Java, such as {@code -Xmx256m}
 * @param most no fault begins after so long
 */
public record FaultPlan(
    Path launcher,
    int cycles,
    List<Kind> kinds,
    int perSecond,
    long seed,
    String hubOptions,
    Duration most) {
  private static final int FEWEST = 100;
  private static final int MOST = 2_000;

  /** What can go wrong. */
  public enum Kind {
    /** SIGKILL of the hub, one time in three while it is still starting. */
    KILL,
    /** Mosquitto ended in good order or killed, in turn, and started again. */
    BROKER,
    /** InfluxDB ended in good order or killed, in turn, and started again. */
    STORE,
    /** The line on either side of the hub is cut, half-open or slow. */
    NETWORK
  }

  public FaultPlan {
    kinds = List.copyOf(kinds);
    if (cycles < 1 || kinds.isEmpty()) {
      throw new IllegalArgumentException("at least one cycle of at least one kind");
    }
    if (perSecond < FEWEST || perSecond > MOST) {
      throw new IllegalArgumentException("100 to 2000 messages a second, not " + perSecond);
    }
  }

  Kind kind(int cycle) {
    return kinds.get(cycle % kinds.size());
  }
}
