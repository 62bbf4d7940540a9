package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import vn.vam.core.notify.Fanouts;

/** How far telling an audience has come, change by change; it can be stopped. */
final class DeliveriesApi {
  private static final int MOST = 50;

  private final Fanouts fanouts;
  private final BoundedWorkers workers;
  private final ZoneId zone;
  private final Clock clock;

  DeliveriesApi(Fanouts fanouts, BoundedWorkers workers, ZoneId zone, Clock clock) {
    this.fanouts = fanouts;
    this.workers = workers;
    this.zone = zone;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/v1/deliveries").handler(this::list);
    router.post("/api/v1/deliveries/:alert/:change/stop").handler(this::stop);
  }

  private void list(RoutingContext context) {
    String asked = Objects.requireNonNullElse(context.queryParams().get("most"), "" + MOST);
    if (!asked.matches("[1-9]|[1-4]\\d|50")) {
      Problem.badParameter("most: expected a number from 1 to " + MOST + ", such as 10")
          .send(context.response());
      return;
    }
    workers
        .run(() -> fanouts.newest(Integer.parseInt(asked)))
        .map(
            newest ->
                JsonObject.of(
                    "deliveries",
                    new JsonArray(newest.stream().map(one -> ApiJson.fanout(one, zone)).toList())))
        .onSuccess(json -> Answers.json(context, json))
        .onFailure(context::fail);
  }

  private void stop(RoutingContext context) {
    String name = context.pathParam("alert") + "/" + context.pathParam("change");
    workers
        .run(() -> fanouts.stop(name, clock.instant()))
        .onSuccess(stopped -> answer(context, stopped))
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, long stopped) {
    if (stopped < 0) {
      Problem.unknown("delivery", "Nobody is told of such a change.").send(context.response());
    } else {
      Answers.json(context, JsonObject.of("stopped", stopped));
    }
  }
}
