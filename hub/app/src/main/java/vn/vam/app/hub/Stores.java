package vn.vam.app.hub;

import java.time.Clock;
import vn.vam.app.config.StoreConfig;
import vn.vam.core.point.PointStore;
import vn.vam.influxdb.InfluxPointStore;
import vn.vam.sqlite.store.SqlitePointStore;
import vn.vam.sqlite.store.SqliteStoreConfig;

/** The store that the configuration names. */
public final class Stores {
  private Stores() {}

  public static PointStore open(StoreConfig config, Clock clock) {
    return switch (config) {
      case StoreConfig.Embedded embedded ->
          new SqlitePointStore(new SqliteStoreConfig(embedded.file(), embedded.retention()), clock);
      case StoreConfig.Influx influx -> new InfluxPointStore(influx.config());
    };
  }
}
