package vn.vam.app.config;

import java.nio.file.Path;
import vn.vam.influxdb.InfluxConfig;

/** Where readings are kept. */
public sealed interface StoreConfig {
  record Embedded(Path file) implements StoreConfig {}

  record Influx(InfluxConfig config) implements StoreConfig {}
}
