package vn.vam.sim.zalo.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import vn.vam.sim.zalo.Json;

/**
 * The platform's envelope, always HTTP 200, held back or cut off where a fault was ordered for this
 * call.
 */
final class Answers {
  private static final String SLOW = "slow";
  private static final String CUT = "cut";

  private Answers() {}

  static void success(RoutingContext call, JsonNode data) {
    ObjectNode envelope = Json.object();
    envelope.set("data", data);
    send(call, Json.write(envelope.put("error", 0).put("message", "Success")));
  }

  static void refuse(RoutingContext call, Refusal refusal) {
    send(
        call,
        Json.write(Json.object().put("error", refusal.code()).put("message", refusal.message())));
  }

  static void send(RoutingContext call, Buffer json) {
    if (call.get(CUT) != null) {
      cut(call);
      return;
    }
    int ms = call.get(SLOW, 0);
    if (ms > 0) call.vertx().setTimer(ms, timer -> end(call, json));
    else end(call, json);
  }

  /** The answer will come {@code ms} milliseconds late. */
  static void slowDown(RoutingContext call, int ms) {
    call.put(SLOW, ms);
  }

  /** The work will be done and its answer never come. */
  static void cutLater(RoutingContext call) {
    call.put(CUT, true);
  }

  static void cut(RoutingContext call) {
    call.request().connection().close();
  }

  private static void end(RoutingContext call, Buffer json) {
    if (call.response().closed() || call.response().ended()) return;
    call.response().putHeader("Content-Type", "application/json; charset=utf-8").end(json);
  }
}
