package vn.vam.app.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * @param port of the hub's web
 * @param length how long the demo lasts; until it is stopped where absent
 * @param speed of tide, season and traffic day; timestamps stay real
 * @param influx a running InfluxDB to keep readings in
 */
public record DemoOptions(
    int port,
    int mqttPort,
    int zaloPort,
    int officePort,
    int townPort,
    Path data,
    boolean fresh,
    boolean headless,
    Optional<Duration> length,
    double speed,
    Optional<URI> influx,
    long seed) {
  private static final double FASTEST = 100_000;
  private static final int LAST_PORT = 65_535;

  /**
   * @throws IllegalArgumentException where a port or the speed cannot be
   */
  public DemoOptions {
    if (!(speed > 0 && speed <= FASTEST)) {
      throw new IllegalArgumentException(
          "--speed: expected more than 0, at most 100000, such as 60");
    }
    if (!IntStream.of(port, mqttPort, zaloPort, officePort, townPort)
        .allMatch(each -> each >= 0 && each <= LAST_PORT)) {
      throw new IllegalArgumentException("a port: expected 0 to 65535, such as 8080");
    }
  }
}
