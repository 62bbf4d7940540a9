package vn.vam.app.endtoend;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.ConfigReader;
import vn.vam.app.config.HubConfig;
import vn.vam.app.hub.Hub;
import vn.vam.core.citizen.AlertText;
import vn.vam.payloads.Formats;

/** A hub in the test's own process, whose books are asked after the test. */
public final class HubHere {
  private HubHere() {}

  /** Returns when it is ready: every subscription stands and the store takes points. */
  static Hub start(Path config) throws BadConfig {
    return start(config, Clock.systemUTC());
  }

  static Hub start(Path config, Clock clock) throws BadConfig {
    return start(reader().read(config), clock);
  }

  public static Hub start(HubConfig config, Clock clock) {
    Hub hub = begin(config, clock);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(hub::isReady);
    return hub;
  }

  /** Returns at once, whether the hub finds what is around it or not. */
  public static Hub begin(HubConfig config, Clock clock) {
    return KeptBooks.askAfterwards(Hub.start(config, clock));
  }

  static ConfigReader reader() {
    return new ConfigReader(
        new TreeSet<>(Formats.names()), new TreeSet<>(AlertText.keys()), Map.of());
  }
}
