package vn.vam.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import vn.vam.influxdb.InfluxConfig;

/** Where readings are kept. */
public sealed interface StoreConfig {
  /**
   * @param retention older readings are forgotten; kept for ever where absent
   */
  record Embedded(Path file, Optional<Duration> retention) implements StoreConfig {
    public Embedded(Path file) {
      this(file, Optional.empty());
    }
  }

  record Influx(InfluxConfig config) implements StoreConfig {}
}
