package vn.vam.runtime.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** How a good answer leaves. */
final class Answers {
  private Answers() {}

  static void json(RoutingContext context, JsonObject body) {
    json(context, 200, body);
  }

  static void json(RoutingContext context, int status, JsonObject body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .putHeader("cache-control", "no-store")
        .end(body.toBuffer());
  }

  static void text(RoutingContext context, String type, String body) {
    context
        .response()
        .putHeader("content-type", type)
        .putHeader("cache-control", "no-store")
        .end(body);
  }
}
