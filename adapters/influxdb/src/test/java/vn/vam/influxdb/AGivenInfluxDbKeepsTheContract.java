package vn.vam.influxdb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.vam.core.point.PointStore;
import vn.vam.testing.ARemotePointStoreKeepsItsContract;
import vn.vam.testing.Relay;

/**
 * The same contract by {@code /api/v2/write} on a server somebody else runs: a bucket for every
 * test, made by the store itself. The server goes away by a cut on the way to it.
 */
@EnabledIfEnvironmentVariable(
    named = GivenInfluxDb.VARIABLE,
    matches = ".+",
    disabledReason = "no server is given")
class AGivenInfluxDbKeepsTheContract extends ARemotePointStoreKeepsItsContract {
  private static final List<InfluxConfig.V2> made = new ArrayList<>();
  private static GivenInfluxDb given;
  private static Relay relay;

  @BeforeAll
  static void start() {
    given = new GivenInfluxDb();
    relay = new Relay(given.url());
  }

  @AfterAll
  static void end() {
    relay.close();
    made.forEach(given::drop);
  }

  @Override
  protected PointStore emptyStore() {
    InfluxConfig.V2 bucket = given.newBucket();
    PointStore store =
        new InfluxPointStore(
            new InfluxConfig(relay.url(), bucket).keeping(Optional.of(Duration.ZERO)));
    store.write(List.of());
    made.add(bucket);
    given.letItBeAsked(bucket);
    return store;
  }

  @Override
  protected void serverGoesAway() {
    relay.cut();
  }

  @Override
  protected void serverComesBack() {
    relay.mend();
  }
}
