package vn.vam.sim.town;

import java.time.Clock;

/**
 * How the town runs.
 *
 * @param port 0 takes a free one
 * @param clock by which news are dated and buses are late
 */
public record TownConfig(String host, int port, Clock clock) {
  public TownConfig {
    if (host.isBlank() || port < 0 || port > 65_535) {
      throw new IllegalArgumentException("host: expected a name or address; port: 0 to 65535");
    }
  }

  /** Port 8092 on the loopback. */
  public static TownConfig standard() {
    return new TownConfig("127.0.0.1", 8092, Clock.systemUTC());
  }

  public TownConfig withHost(String changed) {
    return new TownConfig(changed, port, clock);
  }

  public TownConfig withPort(int changed) {
    return new TownConfig(host, changed, clock);
  }

  public TownConfig withClock(Clock changed) {
    return new TownConfig(host, port, changed);
  }
}
