package vn.vam.runtime.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import vn.vam.core.alert.Acted;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.operator.Operator;
import vn.vam.runtime.Addresses;

/** One alert with its history, and what operators do with it. */
final class DeskApi {
  private static final String ALERT = "/api/v1/alerts/:id";

  private final WebParts parts;
  private final BoundedWorkers workers;

  DeskApi(WebParts parts, BoundedWorkers workers) {
    this.parts = parts;
    this.workers = workers;
  }

  void mount(Router router) {
    router.get(ALERT).handler(this::show);
    router.get("/api/v1/operators").handler(this::people);
    action(router, "ack", ActionBody::acknowledge);
    action(router, "assign", ActionBody::assign);
    action(router, "snooze", ActionBody::snooze);
    action(router, "shelve", ActionBody::shelve);
    action(router, "close", ActionBody::close);
    action(router, "comment", ActionBody::comment);
  }

  private void action(
      Router router, String word, BiFunction<ActionBody, Buffer, ActionBody.Read> reading) {
    router
        .post(ALERT + "/" + word)
        .handler(Bodies.limited())
        .handler(context -> act(context, reading));
  }

  private void act(
      RoutingContext context, BiFunction<ActionBody, Buffer, ActionBody.Read> reading) {
    Instant now = parts.clock().instant();
    Buffer body = Optional.ofNullable(context.body().buffer()).orElseGet(Buffer::buffer);
    switch (reading.apply(new ActionBody(parts.operators(), now), body)) {
      case ActionBody.Read.Wrong wrong ->
          Problem.badBody(wrong.expected()).send(context.response());
      case ActionBody.Read.Understood understood -> {
        String number = context.pathParam("id");
        workers
            .run(() -> parts.desk().act(number, understood.action(), understood.operator(), now))
            .onSuccess(acted -> answer(context, understood.action(), acted))
            .onFailure(context::fail);
      }
    }
  }

  private void answer(RoutingContext context, OperatorAction action, Acted acted) {
    switch (acted) {
      case Acted.Done done -> {
        JsonObject json = ApiJson.alert(done.alert(), parts.zone());
        context.vertx().eventBus().publish(Addresses.LIVE_ALERT, json);
        Answers.json(context, json);
      }
      case Acted.Over over when action instanceof OperatorAction.Acknowledge ->
          Answers.json(context, ApiJson.alert(over.alert(), parts.zone()));
      case Acted.Over over ->
          Problem.conflict(
                  "alert-over",
                  "The alert is over",
                  over.alert().number() + " is cleared; a comment can still be written.")
              .send(context.response());
      case Acted.Unknown unknown -> unknown(context);
    }
  }

  private static void unknown(RoutingContext context) {
    Problem.unknown("alert", "No alert has this number.").send(context.response());
  }

  private void show(RoutingContext context) {
    String number = context.pathParam("id");
    workers
        .run(
            () ->
                parts.desk().alert(number).map(alert -> json(alert, parts.desk().history(number))))
        .onSuccess(
            found ->
                found.ifPresentOrElse(json -> Answers.json(context, json), () -> unknown(context)))
        .onFailure(context::fail);
  }

  private JsonObject json(Alert alert, List<AlertEvent> history) {
    JsonArray lines = new JsonArray();
    history.forEach(event -> lines.add(ApiJson.event(event, parts.zone())));
    return ApiJson.alert(alert, parts.zone()).put("history", lines);
  }

  /** By name alone: how they are reached concerns nobody here. */
  private void people(RoutingContext context) {
    JsonArray people = new JsonArray();
    parts.operators().people().forEach(one -> people.add(json(one)));
    Answers.json(context, JsonObject.of("operators", people));
  }

  private static JsonObject json(Operator operator) {
    return JsonObject.of(
        "name",
        operator.name(),
        "roles",
        new JsonArray(List.copyOf(new TreeSet<>(operator.roles()))));
  }
}
