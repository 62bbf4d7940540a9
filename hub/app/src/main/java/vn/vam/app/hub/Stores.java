package vn.vam.app.hub;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.vam.app.config.HubConfig;
import vn.vam.app.config.StoreConfig;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.TieredStore;
import vn.vam.influxdb.InfluxPointStore;
import vn.vam.sqlite.store.SqlitePointStore;
import vn.vam.sqlite.store.SqliteStoreConfig;
import vn.vam.sqlite.store.SqliteTouchedWindows;

/** The store that the configuration names. */
public final class Stores {
  private Stores() {}

  /** Whoever writes to it marks what the hub has to sum up, in whichever process. */
  public static PointStore open(HubConfig hub, Clock clock) {
    StoreConfig config = hub.store();
    PointStore points = points(config, clock);
    return config.tiers().isEmpty()
        ? points
        : new TieredStore(
            points,
            config.retention(),
            config.tiers().stream().map(tier -> tier(config, tier, clock)).toList(),
            SqliteTouchedWindows.open(hub.data().resolve("windows.db")),
            clock);
  }

  private static PointStore points(StoreConfig config, Clock clock) {
    return switch (config) {
      case StoreConfig.Embedded embedded -> sqlite(embedded.file(), embedded.retention(), clock);
      case StoreConfig.Influx influx -> new InfluxPointStore(influx.config());
    };
  }

  private static TieredStore.Tier tier(StoreConfig config, StoreConfig.Tier tier, Clock clock) {
    PointStore summaries =
        switch (config) {
          case StoreConfig.Embedded embedded ->
              sqlite(beside(embedded.file(), tier.name()), tier.keep(), clock);
          case StoreConfig.Influx influx ->
              new InfluxPointStore(influx.config().beside(tier.name(), tier.keep()));
        };
    return new TieredStore.Tier(tier.every(), tier.keep(), summaries);
  }

  private static PointStore sqlite(Path file, Optional<Duration> retention, Clock clock) {
    return new SqlitePointStore(new SqliteStoreConfig(file, retention), clock);
  }

  /** {@code points.db} and {@code every_1h} make {@code points-every_1h.db}. */
  private static Path beside(Path file, String tier) {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(name.replaceFirst("(\\.[^.]*)?$", "-" + tier + "$1"));
  }
}
