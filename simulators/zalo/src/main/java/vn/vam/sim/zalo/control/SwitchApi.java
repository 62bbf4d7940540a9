package vn.vam.sim.zalo.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.Optional;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.platform.Switch;
import vn.vam.sim.zalo.platform.Switches;

/** {@code /_sim/switches}: what is not certain of the platform, and how it is taken here. */
public final class SwitchApi {
  private final Switches switches;

  public SwitchApi(Switches switches) {
    this.switches = switches;
  }

  public void mount(Router router) {
    router.get("/_sim/switches").handler(this::answer);
    router
        .post("/_sim/switches")
        .handler(BodyHandler.create(false).setBodyLimit(4096))
        .handler(this::turn);
    router.delete("/_sim/switches").handler(this::reset);
  }

  private void turn(RoutingContext call) {
    JsonNode wanted = Json.read(call.body().buffer()).orElseGet(Json::object);
    for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
      Optional<Switch> found = Switch.of(entry.getKey());
      if (found.isEmpty()) {
        Problem.badRequest(
            call, "a switch is one of " + Switch.words(), "switches", Switch.words());
        return;
      }
      Switch which = found.get();
      JsonNode value = entry.getValue();
      if (!value.canConvertToInt() || !switches.turn(which, value.asInt())) {
        Problem.badRequest(
            call, "%s is %d to %d".formatted(which.word(), which.least(), which.most()));
        return;
      }
    }
    answer(call);
  }

  private void reset(RoutingContext call) {
    switches.reset();
    answer(call);
  }

  private void answer(RoutingContext call) {
    ObjectNode all = Json.object();
    for (Switch which : Switch.values()) {
      all.putObject(which.word())
          .put("value", switches.value(which))
          .put("default", which.standard());
    }
    call.response().putHeader("Content-Type", "application/json").end(Json.write(all));
  }
}
