package vn.vam.sim.zalo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running platform; {@link #close} ends it with everything it started. */
public final class ZaloSimulator implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 15;
  private final Vertx vertx;
  private final URI baseUri;

  private ZaloSimulator(Vertx vertx, URI baseUri) {
    this.vertx = vertx;
    this.baseUri = baseUri;
  }

  /**
   * Listens when it returns.
   *
   * @throws PortTakenException when somebody else listens on that port
   */
  public static ZaloSimulator start(ZaloSimulatorConfig config) {
    Vertx vertx = Vertx.vertx(options());
    SimulatorVerticle verticle = new SimulatorVerticle(config);
    try {
      await(vertx.deployVerticle(verticle));
      return new ZaloSimulator(vertx, verticle.baseUri());
    } catch (ExecutionException failed) {
      vertx.close();
      throw inWords(config, failed.getCause() == null ? failed : failed.getCause());
    } catch (RuntimeException failed) {
      vertx.close();
      throw failed;
    }
  }

  public int port() {
    return baseUri.getPort();
  }

  /**
   * The one base under which the platform's three hosts, {@code /_sim} and the phone live; no slash
   * at its end.
   */
  public URI baseUri() {
    return baseUri;
  }

  @Override
  public void close() {
    try {
      await(vertx.close());
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the Zalo simulator could not end", failed.getCause());
    }
  }

  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }

  private static RuntimeException inWords(ZaloSimulatorConfig config, Throwable cause) {
    return cause instanceof BindException
        ? new PortTakenException(config.host(), config.port(), cause)
        : new IllegalStateException("the Zalo simulator could not start", cause);
  }

  private static <T> void await(Future<T> future) throws ExecutionException {
    try {
      future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (TimeoutException late) {
      throw new IllegalStateException("no answer in " + PATIENCE_SECONDS + " s", late);
    }
  }
}
