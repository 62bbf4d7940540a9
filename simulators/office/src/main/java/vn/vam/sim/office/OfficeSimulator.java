package vn.vam.sim.office;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A one-stop office to ask for dossiers: look-up, a page for people, and handles to make it fail or
 * hurry. Listens until closed.
 */
public final class OfficeSimulator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OfficeSimulator.class);
  private static final int PATIENCE_S = 10;
  private static final int IDLE_S = 75;

  private final Vertx vertx;
  private final HttpServer server;
  private final Map<String, String> lookUpCodes;

  private OfficeSimulator(Vertx vertx, HttpServer server, Map<String, String> lookUpCodes) {
    this.vertx = vertx;
    this.server = server;
    this.lookUpCodes = lookUpCodes;
  }

  /**
   * Returns when the office listens.
   *
   * @throws IllegalStateException when it cannot, say because the port is taken
   */
  public static OfficeSimulator start(OfficeConfig config) {
    List<Dossier> dossiers = Archivist.dossiers(config);
    Map<String, String> lookUpCodes = new LinkedHashMap<>();
    dossiers.forEach(each -> lookUpCodes.put(each.code().text(), each.lookupCode()));
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    try {
      HttpServer server = waitFor(listen(vertx, config, new Register(dossiers)));
      LOG.info("office open host={} port={}", config.host(), server.actualPort());
      return new OfficeSimulator(vertx, server, lookUpCodes);
    } catch (ExecutionException | TimeoutException e) {
      vertx.close();
      throw new IllegalStateException(
          "the office cannot listen on port %d of %s: `ss -ltnp 'sport = :%d'` shows who does; end that program or choose another port"
              .formatted(config.port(), config.host(), config.port()),
          e);
    }
  }

  /** Where it listens, also when 0 was asked for. */
  public int port() {
    return server.actualPort();
  }

  /** Codes of all dossiers, the same for the same seed and clock; the first is being processed. */
  public List<String> codes() {
    return List.copyOf(lookUpCodes.keySet());
  }

  /**
   * What is printed on the receipt besides the code.
   *
   * @throws IllegalArgumentException for a code that is none of ours
   */
  public String lookUpCode(String code) {
    String lookUpCode = lookUpCodes.get(code);
    if (lookUpCode == null) {
      throw new IllegalArgumentException("no such dossier");
    }
    return lookUpCode;
  }

  @Override
  public void close() {
    try {
      waitFor(vertx.close());
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("office did not close in time", e);
    }
  }

  private static Future<HttpServer> listen(Vertx vertx, OfficeConfig config, Register register) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port())
            .setIdleTimeout(IDLE_S);
    return vertx.createHttpServer(options).requestHandler(router(vertx, config, register)).listen();
  }

  private static Router router(Vertx vertx, OfficeConfig config, Register register) {
    Router router = Router.router(vertx);
    Faults faults = new Faults();
    new LookUpApi(register, faults, config.clock()).mountOn(router);
    new StagehandApi(register, faults, config.clock()).mountOn(router);
    new ReceiptRoutes(register, config.clock()).mountOn(router);
    new PageRoutes(register, config.clock()).mountOn(router);
    refusal(router, 400, "Bad request");
    refusal(router, 404, "Not found");
    refusal(router, 405, "Method not allowed");
    refusal(router, 413, "Too large");
    refusal(router, 500, "Our mistake");
    return router;
  }

  private static void refusal(Router router, int status, String title) {
    router.errorHandler(
        status, context -> Problem.answer(context, status, title, "See the office's README."));
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
