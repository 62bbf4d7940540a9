package vn.vam.app.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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
    long seed) {}
