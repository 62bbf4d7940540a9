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

  /** How many requests may be under way at a time, at least 1. */
  int inFlight();

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

    /** A file has one writer. */
    @Override
    public int inFlight() {
      return 1;
    }
  }

  record Influx(InfluxConfig config, List<Tier> tiers, int inFlight) implements StoreConfig {
    public static final int DEFAULT_IN_FLIGHT = 3;

    public Influx {
      tiers = List.copyOf(tiers);
    }

    public Influx(InfluxConfig config) {
      this(config, List.of(), DEFAULT_IN_FLIGHT);
    }

    @Override
    public Optional<Duration> retention() {
      return config.retention();
    }
  }
}
