package vn.vam.app.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import vn.vam.app.config.WatchConfig;
import vn.vam.app.hub.ZaloAccounts;
import vn.vam.sqlite.state.StateDatabase;
import vn.vam.sqlite.state.TokenTable;
import vn.vam.zalo.RequestRate;
import vn.vam.zalo.ZaloObserver;
import vn.vam.zalo.ZaloResult;

/**
 * Looks at the hub again and again, and tells people when it stays away or reaches nobody, and when
 * that is over.
 */
public final class Watch implements AutoCloseable {
  private final WatchConfig config;
  private final Clock clock;
  private final Consumer<String> said;
  private final Gate gate;
  private final Watchman watchman;
  private final StateDatabase tokens;
  private final CamelContext camel = new DefaultCamelContext();
  private final Duty duty;

  /**
   * @param said hears every sentence that people are told
   */
  public Watch(WatchConfig config, Clock clock, Consumer<String> said) {
    this.config = config;
    this.clock = clock;
    this.said = said;
    gate = new Gate(config.hub());
    watchman = new Watchman(config.after(), config.again());
    tokens = StateDatabase.open(directory(config.directory()).resolve("watch.db"));
    camel.addComponent(
        "zalo",
        ZaloAccounts.component(
            config.account(),
            RequestRate.OF_THE_PLATFORM,
            new TokenTable(tokens),
            ZaloObserver.NONE,
            clock));
    camel.start();
    ProducerTemplate routes = camel.createProducerTemplate();
    duty =
        new Duty(
            config.people(), message -> routes.requestBody("zalo:text", message, ZaloResult.class));
  }

  /** Holds tokens. */
  private static Path directory(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException unusable) {
      throw new UncheckedIOException(
          "the watchman's directory " + directory.toAbsolutePath() + " cannot be used", unusable);
    }
  }

  /** Until told to stop. */
  public void keep(CountDownLatch stop) throws InterruptedException {
    do {
      Look look = gate.look();
      watchman.saw(look, clock.instant()).forEach(this::pass);
      duty.tell();
    } while (!stop.await(config.every().toMillis(), TimeUnit.MILLISECONDS));
  }

  private void pass(String words) {
    said.accept(words);
    duty.hear(words);
  }

  @Override
  public void close() {
    gate.close();
    camel.stop();
    tokens.close();
  }
}
