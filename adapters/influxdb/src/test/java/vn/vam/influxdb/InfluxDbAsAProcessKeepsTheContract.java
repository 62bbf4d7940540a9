package vn.vam.influxdb;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.point.PointStore;
import vn.vam.testing.ARemotePointStoreKeepsItsContract;
import vn.vam.testing.InfluxProcess;

/** The installed InfluxDB 1.x, a new database for every test, created by the store itself. */
@EnabledIf(
    value = "vn.vam.testing.InfluxProcess#isExpected",
    disabledReason = "no influxd on the PATH")
class InfluxDbAsAProcessKeepsTheContract extends ARemotePointStoreKeepsItsContract {
  private static InfluxProcess influx;
  private static int databases;

  @BeforeAll
  static void start(@TempDir Path folder) {
    influx = InfluxProcess.startIn(folder);
  }

  @AfterAll
  static void end() {
    if (influx != null) {
      influx.close();
    }
  }

  @Override
  protected PointStore emptyStore() {
    String database = "contract " + databases++;
    return new InfluxPointStore(
        new InfluxConfig(
            influx.url(), new InfluxConfig.V1(database, Optional.empty(), Optional.empty())));
  }

  @Override
  protected void serverGoesAway() {
    influx.stop();
  }

  @Override
  protected void serverComesBack() {
    influx.startAgain();
  }
}
