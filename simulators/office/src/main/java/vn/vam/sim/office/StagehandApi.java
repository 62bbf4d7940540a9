package vn.vam.sim.office;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What tests and demonstrators may do that no real office offers: {@code /_sim/…}. */
final class StagehandApi {

  private static final int LARGEST_BODY = 4_096;
  private static final int SLOW_MS = 3_000;

  private final Register register;
  private final Faults faults;
  private final Clock clock;

  StagehandApi(Register register, Faults faults, Clock clock) {
    this.register = register;
    this.faults = faults;
    this.clock = clock;
  }

  void mountOn(Router router) {
    router.post("/_sim/*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    router.get("/_sim/dossiers").handler(this::list);
    router.post("/_sim/dossiers/:code/advance").handler(this::advance);
    router.post("/_sim/faults").handler(this::orderFaults);
  }

  private void list(RoutingContext context) {
    Instant now = clock.instant();
    JsonArray dossiers = new JsonArray();
    register.all().forEach(dossier -> dossiers.add(DossierJson.of(dossier, now)));
    context.json(new JsonObject().put("dossiers", dossiers));
  }

  private void advance(RoutingContext context) {
    DossierCode.read(context.pathParam("code"))
        .flatMap(register::find)
        .ifPresentOrElse(dossier -> advance(context, dossier), () -> LookUpApi.notFound(context));
  }

  private void advance(RoutingContext context, Dossier dossier) {
    Instant now = clock.instant();
    register
        .advance(dossier, now)
        .ifPresentOrElse(
            further -> context.json(DossierJson.of(further, now)),
            () -> Problem.answer(context, 409, "Hồ sơ đã kết thúc", "Không còn bước nào nữa."));
  }

  private void orderFaults(RoutingContext context) {
    Optional<JsonObject> order = body(context);
    Optional<Faults.Fault> fault = order.flatMap(StagehandApi::fault);
    int count = order.map(json -> number(json, "count", 1)).orElse(-1);
    if (fault.isEmpty() || count < 1 || !faults.order(fault.get(), count)) {
      Problem.answer(
          context,
          400,
          "Unknown fault",
          "Expected {\"kind\":\"down|slow|http-500|html\",\"count\":1 to 10000,\"ms\":0 to 60000}");
      return;
    }
    context.json(new JsonObject().put("waiting", faults.waiting()));
  }

  private static Optional<JsonObject> body(RoutingContext context) {
    try {
      return Optional.ofNullable(context.body().asJsonObject());
    } catch (DecodeException | ClassCastException notAnObject) {
      return Optional.empty();
    }
  }

  private static Optional<Faults.Fault> fault(JsonObject order) {
    int ms = number(order, "ms", SLOW_MS);
    return order.getValue("kind") instanceof String kind && ms >= 0 && ms <= 60_000
        ? FaultKind.named(kind).map(known -> new Faults.Fault(known, ms))
        : Optional.empty();
  }

  /** The whole number of that name, the default without one, −1 when it is anything else. */
  private static int number(JsonObject order, String name, int otherwise) {
    Object value = order.getValue(name);
    return value == null ? otherwise : value instanceof Integer whole ? whole : -1;
  }
}
