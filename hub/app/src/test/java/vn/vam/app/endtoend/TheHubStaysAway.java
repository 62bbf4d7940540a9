package vn.vam.app.endtoend;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;
import vn.vam.app.watch.Watch;
import vn.vam.sim.zalo.ZaloSimulator;

/**
 * The watchman at work: a hub that ends, a platform that carries the word, a phone that hears it.
 */
class TheHubStaysAway {
  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private final CountDownLatch stop = new CountDownLatch(1);
  private Servers servers;
  private Hub hub;
  private ZaloSimulator account;
  private Phone phone;

  @BeforeEach
  void somebody_is_on_duty() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    hub = opened.add(HubHere.start(servers.config()));
    account = opened.add(ZaloSimulator.start(WatchYaml.account()));
    phone = new Phone(account.baseUri(), "u1");
    phone.follow();
    Path yaml = WatchYaml.in(folder, servers, account);
    Watch watch =
        opened.add(new Watch(HubHere.reader().readWatch(yaml), Clock.systemUTC(), words -> {}));
    opened.add(Thread.ofPlatform().start(() -> keep(watch))::join);
  }

  private void keep(Watch watch) {
    try {
      watch.keep(stop);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void the_watch_ends() {
    stop.countDown();
  }

  @Test
  void and_somebody_is_told_and_told_again_when_it_is_back() throws BadConfig {
    hub.close();
    phone.hears("Trạm Vàm không trả lời");

    hub = opened.add(HubHere.start(servers.config()));

    phone.hears("Trạm Vàm đã hoạt động lại");
  }
}
