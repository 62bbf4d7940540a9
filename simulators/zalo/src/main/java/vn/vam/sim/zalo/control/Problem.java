package vn.vam.sim.zalo.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import vn.vam.sim.zalo.Json;

/** A no in the form of RFC 9457. */
public final class Problem {
  private Problem() {}

  static void badRequest(RoutingContext call, String detail) {
    answer(call, 400, detail);
  }

  static void badRequest(RoutingContext call, String detail, String field, List<String> choices) {
    ObjectNode problem = problem(400, detail);
    choices.forEach(problem.putArray(field)::add);
    send(call, 400, problem);
  }

  public static void answer(RoutingContext call, int status, String detail) {
    send(call, status, problem(status, detail));
  }

  private static ObjectNode problem(int status, String detail) {
    return Json.object()
        .put("type", "about:blank")
        .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
        .put("status", status)
        .put("detail", detail);
  }

  private static void send(RoutingContext call, int status, ObjectNode problem) {
    if (call.response().ended() || call.response().closed()) return;
    call.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(Json.write(problem));
  }
}
