package vn.vam.sim.town;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * News, buses, places and schools to ask for, and handles to make them fail. Listens until closed.
 */
public final class TownSimulator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TownSimulator.class);
  private static final int PATIENCE_S = 10;

  private final Vertx vertx;
  private final HttpServer server;
  private final String host;

  private TownSimulator(Vertx vertx, HttpServer server, String host) {
    this.vertx = vertx;
    this.server = server;
    this.host = host;
  }

  /**
   * Returns when the town listens.
   *
   * @throws IllegalStateException when it cannot, say because the port is taken
   */
  public static TownSimulator start(TownConfig config) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    try {
      Router router = Router.router(vertx);
      HttpServerOptions options =
          new HttpServerOptions().setHost(config.host()).setPort(config.port());
      HttpServer listening = vertx.createHttpServer(options).requestHandler(router);
      new TownRoutes(config.clock(), () -> "http://" + config.host() + ":" + listening.actualPort())
          .mountOn(router);
      HttpServer server = waitFor(listening.listen());
      LOG.info("town open host={} port={}", config.host(), server.actualPort());
      return new TownSimulator(vertx, server, config.host());
    } catch (ExecutionException | TimeoutException e) {
      vertx.close();
      throw new IllegalStateException(
          "the town cannot listen on port %d of %s: `ss -ltnp 'sport = :%d'` shows who does; end that program or choose another port"
              .formatted(config.port(), config.host(), config.port()),
          e);
    }
  }

  /** Where it listens, also when 0 was asked for. */
  public int port() {
    return server.actualPort();
  }

  /** The address of one of its services, such as {@code /tin/rss.xml}. */
  public URI at(String path) {
    return URI.create("http://" + host + ":" + port() + path);
  }

  @Override
  public void close() {
    try {
      waitFor(vertx.close());
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("town did not close in time", e);
    }
  }

  private static <T> T waitFor(Future<T> future) throws ExecutionException, TimeoutException {
    try {
      return future.toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException("interrupted");
    }
  }
}
