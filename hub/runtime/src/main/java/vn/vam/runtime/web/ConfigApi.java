package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells whether a changed configuration is in force. */
final class ConfigApi {
  private final Supplier<Optional<ConfigChange>> last;
  private final ZoneId zone;

  ConfigApi(Supplier<Optional<ConfigChange>> last, ZoneId zone) {
    this.last = last;
    this.zone = zone;
  }

  void mount(Router router) {
    router.get("/api/v1/config").handler(context -> Answers.json(context, json()));
  }

  private JsonObject json() {
    return new JsonObject().put("last_change", last.get().map(this::json).orElse(null));
  }

  private JsonObject json(ConfigChange change) {
    return JsonObject.of(
        "time",
        Times.written(change.at(), zone),
        "result",
        change.applied() ? "applied" : "refused",
        "changes",
        new JsonArray(change.changes()),
        "mistakes",
        new JsonArray(change.mistakes()),
        "needs_restart",
        new JsonArray(change.restart()));
  }
}
