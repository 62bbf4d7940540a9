package vn.vam.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.vam.influxdb.InfluxConfig;

/** Where readings are kept, and for how long. */
public sealed interface StoreConfig {
  /** Readings older than this are forgotten; kept as long as the store keeps them where absent. */
  Optional<Duration> retention();

  /** Of what summaries are made besides. */
  List<Tier> tiers();

  /**
   * Means, minima and maxima of readings.
   *
   * @param every the length of a window
   * @param name of the retention policy, or of the file, that holds them
   * @param keep how long; for ever where absent
   */
  record Tier(Duration every, String name, Optional<Duration> keep) {}

  /**
   * @param file of the points; those of tiers and a list of open windows stand beside it
   */
  record Embedded(Path file, Optional<Duration> retention, List<Tier> tiers)
      implements StoreConfig {
    public Embedded {
      tiers = List.copyOf(tiers);
    }

    public Embedded(Path file) {
      this(file, Optional.empty(), List.of());
    }
  }

  record Influx(InfluxConfig config, List<Tier> tiers) implements StoreConfig {
    public Influx {
      tiers = List.copyOf(tiers);
    }

    public Influx(InfluxConfig config) {
      this(config, List.of());
    }

    @Override
    public Optional<Duration> retention() {
      return config.retention();
    }
  }
}
