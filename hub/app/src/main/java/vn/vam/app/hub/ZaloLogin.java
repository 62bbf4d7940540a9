package vn.vam.app.hub;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import vn.vam.app.config.HubConfig;
import vn.vam.app.config.HubConfig.ConsoleConfig;
import vn.vam.app.config.ZaloSettings;
import vn.vam.runtime.web.ConsentDesk;
import vn.vam.runtime.web.ConsentVerticle;
import vn.vam.sqlite.FolderLock;
import vn.vam.sqlite.state.StateDatabase;
import vn.vam.sqlite.state.TokenTable;
import vn.vam.zalo.Tokens;
import vn.vam.zalo.ZaloConfiguration;
import vn.vam.zalo.ZaloObserver;

/**
 * Receives the messenger's consent where no hub is running: listens at the hub's own address, and
 * keeps the tokens in the hub's state file.
 */
public final class ZaloLogin implements AutoCloseable {
  private final Closing closing;

  private ZaloLogin(HubConfig config, ZaloSettings zalo, Clock clock, Closing closing) {
    this.closing = closing;
    Vertx vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    closing.add("vertx", () -> Verticles.await(vertx.close()));
    Path data = Storage.privateDirectory(config.data());
    closing.add("state folder", FolderLock.take(data));
    StateDatabase state = closing.add("state", StateDatabase.open(data.resolve("state.db")));
    ZaloConfiguration platform = ZaloAccounts.configuration(zalo.account());
    Tokens tokens =
        Tokens.of(
            platform,
            new ZaloTokens(new TokenTable(state), zalo.account().refreshToken(), clock),
            ZaloObserver.NONE);
    ConsoleConfig console = config.console();
    ConsentDesk desk =
        new ZaloConsents(
            platform, zalo.consent(), callback(zalo, console.port()), tokens::exchange, clock);
    new Verticles(vertx, closing).deploy(new ConsentVerticle(console.host(), console.port(), desk));
  }

  /**
   * @throws HubFailed when its port is taken
   * @throws IllegalStateException when a hub works on the state folder
   */
  public static ZaloLogin start(HubConfig config, ZaloSettings zalo, Clock clock) {
    Closing closing = new Closing();
    try {
      return new ZaloLogin(config, zalo, clock, closing);
    } catch (RuntimeException failure) {
      closing.close();
      throw failure;
    }
  }

  /** On this machine, unless the configuration names another address. */
  static URI callback(ZaloSettings zalo, int port) {
    Optional<URI> configured = zalo.consent().callback();
    return configured.orElseGet(() -> URI.create("http://127.0.0.1:" + port + "/zalo/callback"));
  }

  @Override
  public void close() {
    closing.close();
  }
}
