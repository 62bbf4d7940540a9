package vn.vam.app.endtoend;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;

/** What {@link HubElsewhere} starts where the clock has to be ahead. */
final class HubAhead {
  private HubAhead() {}

  /**
   * Runs until it is killed, and says where its web listens.
   *
   * @param args the configuration, and by how much its clock is ahead
   */
  public static void main(String[] args) throws BadConfig, InterruptedException {
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.parse(args[1]));
    try (Hub hub = Hub.start(HubHere.reader().read(Path.of(args[0])), ahead)) {
      System.out.println(hub.port());
      new CountDownLatch(1).await();
    }
  }
}
