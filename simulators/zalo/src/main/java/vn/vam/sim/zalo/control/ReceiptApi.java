package vn.vam.sim.zalo.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.vam.sim.zalo.Json;

/**
 * {@code /_sim/receipts}: receipts the simulated office has printed, for a phone without a camera.
 */
public final class ReceiptApi {
  private static final int PATIENCE_MS = 5_000;
  private static final int MOST = 100;

  private final HttpClient client;
  private final Optional<URI> office;

  /**
   * @param office absent where there is none: then there are no receipts
   */
  public ReceiptApi(Vertx vertx, Optional<URI> office) {
    this.office = office;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(PATIENCE_MS)
                .setIdleTimeout(PATIENCE_MS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
  }

  public void mount(Router router) {
    router.get("/_sim/receipts").handler(this::list);
    router
        .getWithRegex("/_sim/receipts/(?<code>[A-Z0-9.-]{5,40}?)(?<pdf>\\.pdf)?")
        .handler(this::printed);
  }

  private void list(RoutingContext call) {
    if (office.isEmpty()) {
      answer(call, Json.object());
      return;
    }
    ask("/_sim/dossiers")
        .onSuccess(body -> answer(call, Json.read(body).orElseGet(Json::object)))
        .onFailure(away -> Problem.answer(call, 502, "the office does not answer"));
  }

  /** Those the office has accepted: before that nothing is printed. */
  private static void answer(RoutingContext call, JsonNode office) {
    ObjectNode json = Json.object();
    ArrayNode receipts = json.putArray("receipts");
    for (JsonNode dossier : office.path("dossiers")) {
      if (!dossier.path("NgayTiepNhan").isNull() && receipts.size() < MOST) {
        receipts
            .addObject()
            .put("code", dossier.path("MaHoSo").asText())
            .put("title", dossier.path("TenTTHC").asText())
            .put("state", dossier.path("TenTrangThai").asText());
      }
    }
    call.response()
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(Json.write(json));
  }

  /** A picture, or the PDF that the office sends by mail. */
  private void printed(RoutingContext call) {
    boolean isPdf = call.pathParam("pdf") != null;
    ask("/phieu/" + call.pathParam("code") + (isPdf ? ".pdf" : ""))
        .onSuccess(
            file ->
                call.response()
                    .putHeader("Content-Type", isPdf ? "application/pdf" : "image/png")
                    .end(file))
        .onFailure(away -> Problem.answer(call, 404, "the office has no such receipt"));
  }

  private Future<Buffer> ask(String path) {
    return office
        .map(base -> client.request(options(base.resolve(path))))
        .orElseGet(() -> Future.failedFuture("no office"))
        .compose(request -> request.send())
        .compose(ReceiptApi::body);
  }

  private static RequestOptions options(URI address) {
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setAbsoluteURI(address.toString())
        .setTimeout(PATIENCE_MS);
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    return response.statusCode() == 200
        ? response.body()
        : Future.failedFuture("the office said " + response.statusCode());
  }
}
