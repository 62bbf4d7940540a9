package vn.vam.runtime.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.alert.Shelved;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.Ids;
import vn.vam.core.station.StationId;

/** Rules at stations of which nobody is told for a time. */
final class ShelvesApi {
  private static final String SHELVES = "/api/v1/shelves";
  private static final String EXPECTED =
      "Expected {\"rule\":\"…\",\"station\":\"…\",\"for\":\"8h\",\"operator\":\"…\"}: a rule in force, a station"
          + " it watches, a time span from 1m to 7d.";

  private final WebParts parts;
  private final BoundedWorkers workers;

  ShelvesApi(WebParts parts, BoundedWorkers workers) {
    this.parts = parts;
    this.workers = workers;
  }

  void mount(Router router) {
    router.get(SHELVES).handler(this::list);
    router.post(SHELVES).handler(Bodies.limited()).handler(this::shelve);
    router.delete(SHELVES + "/:rule/:station").handler(this::unshelve);
  }

  private void list(RoutingContext context) {
    workers
        .run(parts.desk()::shelved)
        .onSuccess(shelved -> Answers.json(context, json(shelved)))
        .onFailure(context::fail);
  }

  private void shelve(RoutingContext context) {
    Instant now = parts.clock().instant();
    Buffer body = Optional.ofNullable(context.body().buffer()).orElseGet(Buffer::buffer);
    new ActionBody(parts.operators(), now)
        .shelf(body, parts.rules())
        .ifPresentOrElse(
            shelved -> shelve(context, shelved, now),
            () -> Problem.badBody(EXPECTED).send(context.response()));
  }

  private void shelve(RoutingContext context, Shelved shelved, Instant now) {
    workers
        .run(
            () -> {
              parts.desk().shelve(shelved, now);
              return shelved;
            })
        .onSuccess(done -> Answers.json(context, json(done)))
        .onFailure(context::fail);
  }

  private void unshelve(RoutingContext context) {
    String rule = context.pathParam("rule");
    String station = context.pathParam("station");
    String operator = Optional.ofNullable(context.queryParams().get("operator")).orElse("");
    String who =
        parts.operators().named(operator).map(one -> one.name()).orElse(ActionBody.NOBODY_NAMED);
    Instant now = parts.clock().instant();
    workers
        .run(
            () ->
                Ids.isId(rule)
                    && Ids.isId(station)
                    && parts.desk().unshelve(new RuleId(rule), new StationId(station), who, now))
        .onSuccess(ended -> answer(context, ended))
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, boolean ended) {
    if (ended) {
      context.response().setStatusCode(204).end();
    } else {
      Problem.unknown("shelf", "Nothing of that rule and station is shelved.")
          .send(context.response());
    }
  }

  private JsonObject json(List<Shelved> shelved) {
    JsonArray array = new JsonArray();
    shelved.forEach(one -> array.add(json(one)));
    return JsonObject.of("shelves", array);
  }

  private JsonObject json(Shelved shelved) {
    return JsonObject.of(
        "rule",
        shelved.rule().value(),
        "station",
        shelved.station().value(),
        "until",
        Times.written(shelved.until(), parts.zone()),
        "by",
        shelved.by());
  }
}
