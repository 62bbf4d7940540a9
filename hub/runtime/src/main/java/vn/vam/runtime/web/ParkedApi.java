package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import vn.vam.core.notify.ParkedMessage;

/**
 * The dead letters: messages to citizens that nobody got for certain, newest first, each with its
 * reason.
 */
final class ParkedApi {
  private final WebParts parts;
  private final BoundedWorkers workers;

  ParkedApi(WebParts parts, BoundedWorkers workers) {
    this.parts = parts;
    this.workers = workers;
  }

  void mount(Router router) {
    router.get("/api/v1/parked").handler(this::list);
  }

  private void list(RoutingContext context) {
    workers
        .run(() -> parts.parked().get())
        .onSuccess(parked -> answer(context, parked))
        .onFailure(context::fail);
  }

  private void answer(RoutingContext context, List<ParkedMessage> parked) {
    JsonArray messages = new JsonArray();
    parked.forEach(message -> messages.add(ApiJson.parked(message, parts.zone())));
    Answers.json(context, JsonObject.of("parked", messages));
  }
}
