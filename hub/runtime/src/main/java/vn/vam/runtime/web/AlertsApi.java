package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.PublicMessage;

/** Alerts, newest first, for people and for other systems. */
final class AlertsApi {
  /** What is open is told however much has come since. */
  private static final int MOST_ALERTS = 500;

  private static final String CAP = "application/cap+xml; charset=utf-8";

  private final WebParts parts;
  private final BoundedWorkers workers;
  private final ReentrantLock telling = new ReentrantLock();

  AlertsApi(WebParts parts, BoundedWorkers workers) {
    this.parts = parts;
    this.workers = workers;
  }

  void mount(Router router) {
    router.get("/api/v1/alerts").handler(this::list);
    router.get("/api/v1/alerts.cap").handler(this::cap);
  }

  private void list(RoutingContext context) {
    String asked = context.queryParams().get("state");
    Optional<AlertState> state = Optional.ofNullable(asked).flatMap(AlertState::of);
    if (asked != null && !asked.isEmpty() && state.isEmpty()) {
      Problem.badParameter("state must be one of: " + states()).send(context.response());
      return;
    }
    workers
        .run(() -> alerts(state))
        .onSuccess(alerts -> Answers.json(context, json(alerts)))
        .onFailure(context::fail);
  }

  private List<Alert> alerts(Optional<AlertState> state) {
    Map<String, Alert> alerts = new LinkedHashMap<>();
    List<Alert> open =
        state.equals(Optional.of(AlertState.CLEARED)) ? List.of() : parts.desk().open();
    Stream.concat(parts.alerts().alerts(state, MOST_ALERTS).stream(), open.stream())
        .filter(alert -> state.map(alert.state()::equals).orElse(true))
        .forEach(alert -> alerts.putIfAbsent(alert.number(), alert));
    return List.copyOf(alerts.values());
  }

  private void cap(RoutingContext context) {
    String asked = context.queryParams().get("message");
    workers
        .run(() -> asked == null ? Optional.of(tell()) : parts.told().sent(asked))
        .onSuccess(
            message ->
                message.ifPresentOrElse(
                    found -> Answers.text(context, CAP, found.body()),
                    () ->
                        Problem.unknown("message", "no message was sent as " + asked)
                            .send(context.response())))
        .onFailure(context::fail);
  }

  /** One at a time: who looked first tells first. */
  private PublicMessage tell() {
    telling.lock();
    try {
      Instant now = parts.clock().instant();
      CapTrail trail =
          new CapTrail(
              new CapDocument(parts.sender(), parts.zone()),
              parts.registry().get(),
              parts.rules(),
              parts.desk().open(),
              parts.desk().shelved(),
              parts.desk()::history,
              now);
      return parts.told().tell(now.minus(CapTrail.VALID), trail);
    } finally {
      telling.unlock();
    }
  }

  private JsonObject json(List<Alert> alerts) {
    JsonArray array = new JsonArray();
    alerts.forEach(alert -> array.add(ApiJson.alert(alert, parts.zone())));
    return JsonObject.of("alerts", array);
  }

  private static String states() {
    return Arrays.stream(AlertState.values())
        .map(AlertState::word)
        .collect(Collectors.joining(", "));
  }
}
