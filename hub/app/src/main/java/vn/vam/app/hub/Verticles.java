package vn.vam.app.hub;

import io.vertx.core.Future;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Deploys one verticle after the other, and undeploys them in the opposite order. */
final class Verticles {
  private static final long DEPLOY_SECONDS = 30;

  private final Vertx vertx;
  private final Closing closing;

  Verticles(Vertx vertx, Closing closing) {
    this.vertx = vertx;
    this.closing = closing;
  }

  void deploy(Verticle verticle) {
    String id = await(vertx.deployVerticle(verticle));
    closing.add(verticle.getClass().getSimpleName(), () -> await(vertx.undeploy(id)));
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(DEPLOY_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw HubFailed.because(failed.getCause() == null ? failed : failed.getCause());
    } catch (TimeoutException slow) {
      throw HubFailed.because(slow);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw HubFailed.because(stopped);
    }
  }
}
