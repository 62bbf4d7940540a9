package vn.vam.sim.zalo.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import vn.vam.sim.zalo.Secret;

/** Posts one event once; the app has two seconds to answer 200. */
final class WebhookClient {
  static final int PARALLEL = 32;
  private static final long PATIENCE_MS = 2000;
  private final HttpClient http;
  private final URI webhook;
  private final Signature signature;

  WebhookClient(Vertx vertx, URI webhook, String appId, Secret oaSecretKey) {
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout((int) PATIENCE_MS).setKeepAliveTimeout(20),
            new PoolOptions().setHttp1MaxSize(PARALLEL));
    this.webhook = webhook;
    this.signature = new Signature(appId, oaSecretKey);
  }

  /** Fails on anything but a 200 in time. */
  Future<Void> post(WebhookEvent event, int retry) {
    return http.request(request())
        .recover(cause -> Future.failedFuture(new NotOpened(cause)))
        .compose(request -> send(request, event, retry));
  }

  /** There was no connection: the app heard nothing of it. */
  static final class NotOpened extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotOpened(Throwable cause) {
      super("no connection to the app could be opened", cause);
    }
  }

  private RequestOptions request() {
    return new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(webhook.toString());
  }

  private Future<Void> send(HttpClientRequest request, WebhookEvent event, int retry) {
    request.putHeader("Content-Type", "application/json");
    request.putHeader("X-ZEvent-Signature", signature.of(event));
    if (retry > 0) request.putHeader("num_retry", Integer.toString(retry));
    return request
        .send(event.body())
        .compose(WebhookClient::judge)
        .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .onFailure(refusedOrLate -> request.reset());
  }

  private static Future<Void> judge(HttpClientResponse response) {
    int status = response.statusCode();
    return response
        .end()
        .compose(
            end ->
                status == 200
                    ? Future.succeededFuture()
                    : Future.failedFuture("the app answered " + status));
  }
}
