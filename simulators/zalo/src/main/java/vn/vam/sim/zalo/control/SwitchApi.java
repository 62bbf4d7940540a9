package vn.vam.sim.zalo.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;

/**
 * {@code /_sim/switches}: what is not certain of the platform, and how it is taken here. An order
 * with a mistake in it turns none.
 */
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
    Optional<JsonNode> wanted = Json.read(call.body().buffer()).filter(JsonNode::isObject);
    if (wanted.isEmpty()) {
      Problem.badRequest(call, "expected switches and their positions: {\"night-zns\":0}");
      return;
    }
    Map<Switch, Integer> positions = new EnumMap<>(Switch.class);
    for (Map.Entry<String, JsonNode> entry : wanted.get().properties()) {
      Optional<Switch> found = Switch.of(entry.getKey());
      if (found.isEmpty()) {
        Problem.badRequest(
            call,
            "there is no switch " + entry.getKey() + ", there are " + Switch.words(),
            "switches",
            Switch.words());
        return;
      }
      JsonNode position = entry.getValue();
      if (!position.isInt() || !found.get().allows(position.asInt())) {
        Problem.badRequest(
            call, "%s is %s, was %s".formatted(entry.getKey(), found.get().positions(), position));
        return;
      }
      positions.put(found.get(), position.asInt());
    }
    positions.forEach(switches::turn);
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
          .put("default", which.standard())
          .put("positions", which.positions());
    }
    call.response().putHeader("Content-Type", "application/json").end(Json.write(all));
  }
}
