package vn.vam.sim.office;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The receipt as it was printed: {@code GET /phieu/{maHoSo}} a PNG, {@code GET /phieu/{maHoSo}.pdf}
 * a PDF.
 */
final class ReceiptRoutes {
  static final String PATH = "/phieu/";
  static final String PDF = ".pdf";

  /** How a receipt is written. */
  private interface Press {
    Optional<byte[]> print(Dossier dossier, Instant now);
  }

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
    String asked = context.pathParam("maHoSo");
    if (asked.endsWith(PDF)) {
      String code = asked.substring(0, asked.length() - PDF.length());
      print(context, code, ReceiptPdf::of, "application/pdf");
    } else {
      print(context, asked, ReceiptPicture::of, "image/png");
    }
  }

  private void print(RoutingContext context, String code, Press press, String type) {
    DossierCode.read(code)
        .flatMap(register::find)
        .ifPresentOrElse(
            dossier -> print(context, dossier, press, type), () -> LookUpApi.notFound(context));
  }

  /** Drawing takes a while: others need not wait for it. */
  private void print(RoutingContext context, Dossier dossier, Press press, String type) {
    context
        .vertx()
        .executeBlocking(() -> press.print(dossier, clock.instant()))
        .onSuccess(receipt -> answer(context, receipt, type))
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, Optional<byte[]> receipt, String type) {
    receipt.ifPresentOrElse(
        file ->
            context
                .response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(file)),
        () ->
            Problem.answer(
                context,
                404,
                "Chưa có giấy hẹn",
                "Hồ sơ chưa được tiếp nhận nên chưa in giấy hẹn."));
  }
}
