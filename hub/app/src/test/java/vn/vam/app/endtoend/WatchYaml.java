package vn.vam.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.vam.sim.zalo.Secret;
import vn.vam.sim.zalo.ZaloSimulator;
import vn.vam.sim.zalo.ZaloSimulatorConfig;
import vn.vam.testing.FreePort;

/** What a watchman is told: who is on duty, and an account that is not the hub's. */
final class WatchYaml {
  private WatchYaml() {}

  /** The watch's own account: nobody posts events of it. */
  static ZaloSimulatorConfig account() {
    return ZaloSimulatorConfig.of(
            URI.create("http://127.0.0.1:" + FreePort.next() + "/"),
            "1001",
            new Secret("secret-of-the-watch"),
            "2002",
            new Secret("unused"))
        .withAddress("127.0.0.1", 0)
        .withInitialTokens(Optional.empty(), Optional.of(new Secret("token-of-the-watch")));
  }

  /** Tells u1 after a second of trouble. */
  static Path in(Path folder, Servers servers, ZaloSimulator account) {
    URI zalo = account.baseUri();
    String yaml =
        """
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
            .formatted(servers.door().port(), folder, zalo, zalo, zalo);
    try {
      return Files.writeString(folder.resolve("watch.yaml"), yaml);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
