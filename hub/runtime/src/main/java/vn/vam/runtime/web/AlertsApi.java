package vn.vam.runtime.web;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.runtime.Addresses;

/** Alerts, newest first, and the operator who has seen one. */
final class AlertsApi {
  private static final int MOST_ALERTS = 500;
  private static final int LONGEST_NAME = 64;
  private static final String CAP = "application/cap+xml; charset=utf-8";
  private static final String NOBODY_NAMED = "console";

  private final WebParts parts;
  private final BoundedWorkers workers;

  AlertsApi(WebParts parts, BoundedWorkers workers) {
    this.parts = parts;
    this.workers = workers;
  }

  void mount(Router router) {
    router.get("/api/v1/alerts").handler(this::list);
    router.get("/api/v1/alerts.cap").handler(this::cap);
    router.post("/api/v1/alerts/:id/ack").handler(Bodies.limited()).handler(this::acknowledge);
  }

  private void list(RoutingContext context) {
    String asked = context.queryParams().get("state");
    Optional<AlertState> state = Optional.ofNullable(asked).flatMap(AlertState::of);
    if (asked != null && !asked.isEmpty() && state.isEmpty()) {
      Problem.badParameter("state must be one of: " + states()).send(context.response());
      return;
    }
    workers
        .run(() -> parts.alerts().alerts(state, MOST_ALERTS))
        .onSuccess(alerts -> Answers.json(context, json(alerts)))
        .onFailure(context::fail);
  }

  private void cap(RoutingContext context) {
    workers
        .run(this::open)
        .map(
            open ->
                new CapDocument(parts.sender(), parts.registry().get(), parts.rules(), parts.zone())
                    .of(open, parts.clock().instant()))
        .onSuccess(document -> Answers.text(context, CAP, document))
        .onFailure(context::fail);
  }

  private List<Alert> open() {
    return Arrays.stream(AlertState.values())
        .filter(state -> state != AlertState.CLEARED)
        .flatMap(state -> parts.alerts().alerts(Optional.of(state), MOST_ALERTS).stream())
        .sorted(Comparator.comparing(Alert::since).reversed())
        .toList();
  }

  private JsonObject json(List<Alert> alerts) {
    JsonArray array = new JsonArray();
    alerts.forEach(alert -> array.add(ApiJson.alert(alert, parts.zone())));
    return JsonObject.of("alerts", array);
  }

  private void acknowledge(RoutingContext context) {
    String operator = operator(context);
    if (operator == null) {
      Problem.badBody("The body may be empty, or {\"operator\":\"…\"} with 1 to 64 characters.")
          .send(context.response());
      return;
    }
    String number = context.pathParam("id");
    workers
        .run(() -> parts.alerts().acknowledge(number, operator))
        .onSuccess(alert -> answer(context, alert))
        .onFailure(context::fail);
  }

  private void answer(RoutingContext context, Optional<Alert> alert) {
    alert
        .map(found -> ApiJson.alert(found, parts.zone()))
        .ifPresentOrElse(
            json -> {
              context.vertx().eventBus().publish(Addresses.LIVE_ALERT, json);
              Answers.json(context, json);
            },
            () -> Problem.unknown("alert", "No alert has this number.").send(context.response()));
  }

  /** Nothing where the body cannot be understood. */
  private static @Nullable String operator(RoutingContext context) {
    if (context.body().length() <= 0) {
      return NOBODY_NAMED;
    }
    try {
      JsonObject body = new JsonObject(context.body().buffer());
      return body.getValue("operator", NOBODY_NAMED) instanceof String name && isName(name)
          ? name.strip()
          : null;
    } catch (DecodeException notJson) {
      return null;
    }
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.chars().noneMatch(Character::isISOControl);
  }

  private static String states() {
    return Arrays.stream(AlertState.values())
        .map(AlertState::word)
        .collect(Collectors.joining(", "));
  }
}
