package vn.vam.sim.office;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;

/** {@code GET /phieu/{maHoSo}}: the receipt as it was printed, a PNG. */
final class ReceiptRoutes {
  static final String PATH = "/phieu/";

  private final Register register;
  private final Clock clock;

  ReceiptRoutes(Register register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  void mountOn(Router router) {
    router.get(PATH + ":maHoSo").handler(this::print);
  }

  private void print(RoutingContext context) {
    DossierCode.read(context.pathParam("maHoSo"))
        .flatMap(register::find)
        .ifPresentOrElse(dossier -> print(context, dossier), () -> LookUpApi.notFound(context));
  }

  /** Drawing takes a while: others need not wait for it. */
  private void print(RoutingContext context, Dossier dossier) {
    context
        .vertx()
        .executeBlocking(() -> ReceiptPicture.of(dossier, clock.instant()))
        .onSuccess(receipt -> answer(context, receipt))
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, Optional<byte[]> receipt) {
    receipt.ifPresentOrElse(
        png ->
            context
                .response()
                .putHeader("Content-Type", "image/png")
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(png)),
        () ->
            Problem.answer(
                context,
                404,
                "Chưa có giấy hẹn",
                "Hồ sơ chưa được tiếp nhận nên chưa in giấy hẹn."));
  }
}
