package vn.vam.sim.office;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;

/** {@code GET /api/hoso/{maHoSo}}: where is this dossier. Fails when it was told to. */
final class LookUpApi {

  private static final String MAINTENANCE =
      """
      <!doctype html><html lang="vi"><meta charset="utf-8"><title>Bảo trì</title>
      <p>Hệ thống đang bảo trì, xin quay lại sau ít phút.</p></html>
      """;

  private final Register register;
  private final Faults faults;
  private final Clock clock;

  LookUpApi(Register register, Faults faults, Clock clock) {
    this.register = register;
    this.faults = faults;
    this.clock = clock;
  }

  void mountOn(Router router) {
    router.get("/api/*").handler(this::failWhenTold);
    router.get("/api/hoso/:maHoSo").handler(this::lookUp);
  }

  private void lookUp(RoutingContext context) {
    Optional<DossierCode> code = DossierCode.read(context.pathParam("maHoSo"));
    if (code.isEmpty()) {
      Problem.answer(
          context, 400, "Mã hồ sơ không đúng mẫu", "Mã hồ sơ có dạng H58.12-261120-0007.");
      return;
    }
    register
        .find(code.get())
        .ifPresentOrElse(
            dossier -> context.json(DossierJson.of(dossier, clock.instant())),
            () -> notFound(context));
  }

  static void notFound(RoutingContext context) {
    Problem.answer(
        context, 404, "Không tìm thấy hồ sơ", "Không có hồ sơ nào mang mã này. Xin kiểm tra lại.");
  }

  private void failWhenTold(RoutingContext context) {
    faults.next().ifPresentOrElse(fault -> fail(context, fault), context::next);
  }

  private static void fail(RoutingContext context, Faults.Fault fault) {
    HttpServerResponse response = context.response();
    switch (fault.kind()) {
      case DOWN -> context.request().connection().close();
      case SLOW -> context.vertx().setTimer(Math.max(1, fault.ms()), late -> context.next());
      case HTTP_500 ->
          response
              .setStatusCode(500)
              .putHeader("Content-Type", "application/json")
              .end(new JsonObject().put("message", "Internal Server Error").encode());
      case HTML -> response.putHeader("Content-Type", "text/html; charset=utf-8").end(MAINTENANCE);
    }
  }
}
