package vn.vam.sim.zalo.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.fault.FaultKind;
import vn.vam.sim.zalo.fault.Faults;
import vn.vam.sim.zalo.fault.Faults.Fault;

/** {@code POST /_sim/faults} orders trouble, {@code DELETE} takes all of it back. */
public final class FaultApi {
  private static final int MOST_COUNT = 1_000_000;
  private static final int MOST_MS = 60_000;
  private final Faults faults;

  public FaultApi(Faults faults) {
    this.faults = faults;
  }

  public void mount(Router router) {
    router
        .post("/_sim/faults")
        .handler(BodyHandler.create(false).setBodyLimit(4096))
        .handler(this::order);
    router.delete("/_sim/faults").handler(this::clear);
  }

  private void order(RoutingContext call) {
    JsonNode body = Json.read(call.body().buffer()).orElseGet(Json::object);
    JsonNode count = body.path("count");
    JsonNode ms = body.path("ms");
    Optional<FaultKind> kind = FaultKind.of(body.path("kind").asText(""));
    if (kind.isEmpty()) {
      Problem.badRequest(call, "kind is one of " + FaultKind.words(), "kinds", FaultKind.words());
    } else if (!isBetween(count, 1, MOST_COUNT) || !isBetween(ms, 0, MOST_MS)) {
      Problem.badRequest(call, "count is 1 to %d, ms is 0 to %d".formatted(MOST_COUNT, MOST_MS));
    } else {
      add(
          call,
          new Fault(
              kind.get(),
              count.asInt(1),
              ms.asInt(0),
              body.path("code").asInt(-200),
              body.path("only").asText("")));
    }
  }

  private void add(RoutingContext call, Fault fault) {
    if (faults.add(fault)) answer(call);
    else
      Problem.answer(call, 429, Faults.MOST_WAITING + " faults wait already; DELETE /_sim/faults");
  }

  private void clear(RoutingContext call) {
    faults.clear();
    answer(call);
  }

  private void answer(RoutingContext call) {
    var waiting = Json.object();
    list(faults, waiting.putArray("faults"));
    call.response().putHeader("Content-Type", "application/json").end(Json.write(waiting));
  }

  /** Writes those still to come. */
  static void list(Faults faults, ArrayNode into) {
    faults
        .left()
        .forEach(
            fault ->
                into.addObject()
                    .put("kind", fault.kind().word())
                    .put("count", fault.count())
                    .put("ms", fault.ms())
                    .put("code", fault.code())
                    .put("only", fault.only()));
  }

  /** Absent counts as well: both have a default. */
  private static boolean isBetween(JsonNode number, int least, int most) {
    return number.isMissingNode()
        || number.canConvertToExactIntegral()
            && number.asLong() >= least
            && number.asLong() <= most;
  }
}
