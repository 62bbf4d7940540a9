package vn.vam.runtime.web;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.notify.Fanouts;

/** The hub's HTTP door. One instance; started means listening. */
public final class WebVerticle extends AbstractVerticle {
  private static final Logger LOG = LoggerFactory.getLogger(WebVerticle.class);
  private static final int WEBHOOK_THREADS = 4;
  private static final int MOST_WEBHOOKS = 200;
  private static final int READ_THREADS = 4;
  private static final int MOST_READS = 100;
  private static final int IDLE_SECONDS = 60;

  private final WebParts parts;
  private final Optional<ConsentDesk> consents;
  private final Optional<Fanouts> fanouts;
  private final Optional<Tracing> tracing;
  private volatile int port;

  public WebVerticle(WebParts parts) {
    this(parts, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * @param fanouts whom changes are told; absent where nobody is
   * @param consents where the messenger's consent comes to; absent where there is no messenger
   * @param tracing what a message is followed with; absent where none can be
   */
  public WebVerticle(
      WebParts parts,
      Optional<ConsentDesk> consents,
      Optional<Fanouts> fanouts,
      Optional<Tracing> tracing) {
    this.parts = parts;
    this.tracing = tracing;
    this.fanouts = fanouts;
    this.consents = consents;
    this.port = parts.port();
  }

  /** The port it listens on, once started. */
  public int port() {
    return port;
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .createHttpServer(options())
        .invalidRequestHandler(Problems::refuse)
        .requestHandler(router())
        .listen()
        .onSuccess(this::listening)
        .<Void>mapEmpty()
        .recover(failure -> Future.failedFuture(explained(failure)))
        .onComplete(started);
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setHost(parts.host())
        .setPort(parts.port())
        .setIdleTimeout(IDLE_SECONDS)
        .setHttp2ClearTextEnabled(false)
        .setCompressionSupported(true);
  }

  private Router router() {
    // Two pools: a slow store must not keep a webhook waiting.
    BoundedWorkers webhooks =
        new BoundedWorkers(vertx, "web-webhooks", WEBHOOK_THREADS, MOST_WEBHOOKS);
    BoundedWorkers reads = new BoundedWorkers(vertx, "web-reads", READ_THREADS, MOST_READS);
    LiveApi live = new LiveApi();
    live.listen(vertx);

    Router router = Router.router(vertx);
    Problems.mount(router);
    Guards.mount(router);
    new HealthApi(parts.readiness(), parts.metrics(), reads).mount(router);
    new StationsApi(parts).mount(router);
    new ReadingsApi(parts, reads).mount(router);
    new RulesApi(parts.rules()).mount(router);
    new ConfigApi(parts.configChange(), parts.zone()).mount(router);
    new AlertsApi(parts, reads).mount(router);
    new DeskApi(parts, reads).mount(router);
    new ShelvesApi(parts, reads).mount(router);
    new RejectedApi(parts).mount(router);
    new ReplaysApi(parts, reads).mount(router);
    new ParkedApi(parts, reads).mount(router);
    new BooksApi(parts, reads).mount(router);
    new ZaloApi(parts.webhook(), webhooks).mount(router);
    fanouts.ifPresent(
        told -> new DeliveriesApi(told, reads, parts.zone(), parts.clock()).mount(router));
    tracing.ifPresent(with -> new TraceApi(parts, with, reads).mount(router));
    consents.ifPresent(desk -> new ConsentApi(desk, reads).mount(router));
    live.mount(router);
    Assets.mount(router);
    return router;
  }

  private void listening(HttpServer server) {
    port = server.actualPort();
    LOG.info("The web listens; host={} port={}", parts.host(), port);
  }

  private Throwable explained(Throwable failure) {
    if (!(failure instanceof BindException)) {
      return failure;
    }
    return new IllegalStateException(
        ("port %d on %s cannot be opened (%s): `ss -ltnp 'sport = :%d'` shows who has it; stop that"
                + " program, or choose another port with --port (demo) or console.port (config)")
            .formatted(parts.port(), parts.host(), failure.getMessage(), parts.port()),
        failure);
  }
}
