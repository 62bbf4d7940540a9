package vn.vam.sim.office;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * How the office runs. {@link #standard()} gives the defaults; a {@code with…} method changes one.
 *
 * @param host to listen on
 * @param port 0 takes a free one
 * @param seed same seed and same clock give the same dossiers
 * @param speed of the office's work against the wall clock; timestamps stay real
 */
public record OfficeConfig(String host, int port, long seed, double speed, Clock clock) {

  public OfficeConfig {
    List<String> complaints = new ArrayList<>();
    complain(complaints, !host.isBlank(), "host: expected a name or address");
    complain(complaints, port >= 0 && port <= 65_535, "port: expected 0 to 65535");
    complain(complaints, speed > 0 && speed <= 100_000, "speed: expected 0 < speed <= 100000");
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", complaints));
    }
  }

  /** Port 8091 on the loopback, an hour of office work in a minute. */
  public static OfficeConfig standard() {
    return new OfficeConfig("127.0.0.1", 8091, 1, 60, Clock.systemUTC());
  }

  public OfficeConfig withHost(String changed) {
    return new OfficeConfig(changed, port, seed, speed, clock);
  }

  public OfficeConfig withPort(int changed) {
    return new OfficeConfig(host, changed, seed, speed, clock);
  }

  public OfficeConfig withSeed(long changed) {
    return new OfficeConfig(host, port, changed, speed, clock);
  }

  public OfficeConfig withSpeed(double changed) {
    return new OfficeConfig(host, port, seed, changed, clock);
  }

  public OfficeConfig withClock(Clock changed) {
    return new OfficeConfig(host, port, seed, speed, changed);
  }

  private static void complain(List<String> complaints, boolean fine, String complaint) {
    if (!fine) {
      complaints.add(complaint);
    }
  }
}
