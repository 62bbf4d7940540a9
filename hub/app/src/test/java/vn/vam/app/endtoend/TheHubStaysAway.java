package vn.vam.app.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;
import vn.vam.app.watch.Watch;
import vn.vam.sim.zalo.Secret;
import vn.vam.sim.zalo.ZaloSimulator;
import vn.vam.sim.zalo.ZaloSimulatorConfig;
import vn.vam.testing.FreePort;

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
  void somebody_is_on_duty() throws BadConfig, IOException {
    servers = Servers.startIn(folder, opened);
    hub = opened.add(HubHere.start(servers.config()));
    account = opened.add(ZaloSimulator.start(ofTheWatch()));
    phone = new Phone(account.baseUri(), "u1");
    phone.follow();
    Files.writeString(folder.resolve("watch.yaml"), yaml());
    Watch watch =
        opened.add(
            new Watch(
                HubHere.reader().readWatch(folder.resolve("watch.yaml")),
                Clock.systemUTC(),
                words -> {}));
    opened.add(Thread.ofPlatform().start(() -> keep(watch))::join);
  }

  /** The watch's own account: nobody posts events of it. */
  private ZaloSimulatorConfig ofTheWatch() {
    return ZaloSimulatorConfig.of(
            URI.create("http://127.0.0.1:" + FreePort.next() + "/"),
            "1001",
            new Secret("secret-of-the-watch"),
            "2002",
            new Secret("unused"))
        .withAddress("127.0.0.1", 0)
        .withInitialTokens(Optional.empty(), Optional.of(new Secret("token-of-the-watch")));
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

  private String yaml() {
    return """
        console: { port: %d }
        watch:
          every: 1s
          after: 1s
          tell: [u1]
          directory: %s/watch
          zalo:
            oauth_url: %s
            openapi_url: %s
            business_url: %s
            app_id: '1001'
            app_secret: secret-of-the-watch
            refresh_token: token-of-the-watch
        """
        .formatted(
            servers.door().port(), folder, account.baseUri(), account.baseUri(), account.baseUri());
  }
}
