package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Supplier;

/** For those who watch the hub: is it alive, can it work, and its figures. */
final class HealthApi {
  private final Readiness readiness;
  private final Supplier<String> metrics;
  private final BoundedWorkers workers;

  HealthApi(Readiness readiness, Supplier<String> metrics, BoundedWorkers workers) {
    this.readiness = readiness;
    this.metrics = metrics;
    this.workers = workers;
  }

  void mount(Router router) {
    router.get("/healthz").handler(HealthApi::alive);
    router.get("/readyz").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
  }

  private static void alive(RoutingContext context) {
    Answers.json(context, JsonObject.of("alive", true));
  }

  private void ready(RoutingContext context) {
    List<String> waiting = readiness.waiting();
    JsonObject answer =
        JsonObject.of("ready", waiting.isEmpty(), "waiting", new JsonArray(waiting));
    List<String> troubles = readiness.troubles();
    if (!troubles.isEmpty()) {
      answer.put("troubles", new JsonArray(troubles));
    }
    Answers.json(context, waiting.isEmpty() ? 200 : 503, answer);
  }

  private void metrics(RoutingContext context) {
    workers
        .run(metrics::get)
        .onSuccess(text -> Answers.text(context, "text/plain; version=0.0.4; charset=utf-8", text))
        .onFailure(context::fail);
  }
}
