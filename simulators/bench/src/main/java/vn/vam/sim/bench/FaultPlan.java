package vn.vam.sim.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is done to the hub and to what stands around it.
 *
 * @param launcher of the hub, {@code ./vam}
 * @param cycles how many faults in all, at least 1; the kinds take turns
 * @param kinds of faults, at least one
 * @param perSecond messages published meanwhile, 100 to 2,000
 * @param outage how long a database stays away, between half of it and all; up to an hour
 * @param seed decides the instants and the variants
 * @param hubOptions of its Java, such as {@code -Xmx256m}
 * @param most no fault begins after so long
 */
public record FaultPlan(
    Path launcher,
    int cycles,
    List<Kind> kinds,
    int perSecond,
    Duration outage,
    long seed,
    String hubOptions,
    Duration most) {
  private static final int FEWEST = 100;
  private static final int MOST = 2_000;
  private static final Duration LONGEST = Duration.ofHours(1);

  /** What can go wrong. */
  public enum Kind {
    /** SIGKILL of the hub, one time in three while it is still starting. */
    KILL,
    /** Mosquitto ended in good order or killed, in turn, and started again. */
    BROKER,
    /** InfluxDB ended in good order or killed, in turn, and started again. */
    STORE,
    /** The line on either side of the hub is cut, half-open or slow. */
    NETWORK,
    /** The hub's disk is full; one time in two the hub is killed meanwhile. */
    DISK,
    /** The hub's clock goes so many days ahead as it had gone before, and then back. */
    CLOCK,
    /** SIGKILL of the hub with a broker of its own in it. */
    EMBEDDED;

    /** What this machine lacks to do that, in words; empty where it can. */
    public Optional<String> missing() {
      return switch (this) {
        case KILL, BROKER, STORE, NETWORK, EMBEDDED -> Optional.empty();
        case DISK ->
            "root".equals(System.getProperty("user.name")) && Child.isOnPath("mount")
                ? Optional.empty()
                : Optional.of("only root can mount a small disk");
        case CLOCK ->
            SetClock.installed().isPresent()
                ? Optional.empty()
                : Optional.of(
                    "libfaketime is not installed, Debian has it in the package faketime");
      };
    }
  }

  public FaultPlan {
    kinds = List.copyOf(kinds);
    if (cycles < 1 || kinds.isEmpty()) {
      throw new IllegalArgumentException("at least one cycle of at least one kind");
    }
    if (perSecond < FEWEST || perSecond > MOST) {
      throw new IllegalArgumentException("100 to 2000 messages a second, not " + perSecond);
    }
    if (outage.toMillis() < 1 || outage.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a database is away for up to 1h, not " + outage);
    }
  }

  Kind kind(int cycle) {
    return kinds.get(cycle % kinds.size());
  }
}
