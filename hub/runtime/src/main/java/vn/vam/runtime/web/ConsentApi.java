package vn.vam.runtime.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** The messenger's consent: a link for whoever runs {@code vam zalo login}, and the way back. */
final class ConsentApi {
  private static final String PAGE =
      """
      <!doctype html><html lang="vi"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title><main><h1>%1$s</h1><p>%2$s</p></main></html>
      """;

  private final ConsentDesk desk;
  private final BoundedWorkers workers;

  ConsentApi(ConsentDesk desk, BoundedWorkers workers) {
    this.desk = desk;
    this.workers = workers;
  }

  void mount(Router router) {
    router.post("/api/v1/zalo/consent").handler(this::open);
    router.get("/api/v1/zalo/consent/:state").handler(this::standing);
    router.get("/zalo/callback").handler(this::callback);
  }

  private void open(RoutingContext context) {
    workers
        .run(desk::open)
        .onSuccess(link -> Answers.json(context, 201, json(link)))
        .onFailure(context::fail);
  }

  private static JsonObject json(ConsentDesk.Link link) {
    return JsonObject.of(
        "link",
        link.address().toString(),
        "state",
        link.state(),
        "code_challenge",
        link.challenge(),
        "callback",
        link.callback().toString());
  }

  private void standing(RoutingContext context) {
    workers
        .run(() -> desk.standing(context.pathParam("state")))
        .onSuccess(standing -> answer(context, standing))
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, ConsentDesk.Standing standing) {
    switch (standing) {
      case ConsentDesk.Standing.Waiting waiting -> answer(context, "waiting", "");
      case ConsentDesk.Standing.Granted granted -> answer(context, "granted", "");
      case ConsentDesk.Standing.Refused refused -> answer(context, "refused", refused.reason());
      case ConsentDesk.Standing.Unknown unknown ->
          Problem.unknown("link", "No consent link has this state, or it is too old.")
              .send(context.response());
    }
  }

  private static void answer(RoutingContext context, String standing, String reason) {
    Answers.json(context, JsonObject.of("standing", standing, "reason", reason));
  }

  private void callback(RoutingContext context) {
    String state = parameter(context, "state");
    String code = parameter(context, "code");
    workers
        .run(() -> desk.answered(state, code))
        .onSuccess(standing -> show(context, standing))
        .onFailure(context::fail);
  }

  private static String parameter(RoutingContext context, String name) {
    return Objects.requireNonNullElse(context.queryParams().get(name), "");
  }

  /** Repeats nothing of what came in the address. */
  private static void show(RoutingContext context, ConsentDesk.Standing standing) {
    switch (standing) {
      case ConsentDesk.Standing.Granted granted ->
          page(
              context,
              200,
              "Đã kết nối với Zalo",
              "Tài khoản đã cho phép. Bạn có thể đóng trang này.");
      case ConsentDesk.Standing.Refused refused ->
          page(
              context,
              502,
              "Chưa kết nối được",
              "Zalo không nhận mã này. Hãy chạy lại lệnh vam zalo login và mở đường dẫn mới.");
      case ConsentDesk.Standing.Waiting waiting ->
          page(
              context,
              400,
              "Chưa được cho phép",
              "Chưa có mã của Zalo. Hãy mở lại đường dẫn và bấm cho phép.");
      case ConsentDesk.Standing.Unknown unknown ->
          page(
              context,
              400,
              "Đường dẫn này đã cũ",
              "Hãy chạy lại lệnh vam zalo login và mở đường dẫn mới.");
    }
  }

  /** A page for the browser that comes back; programs get a problem as everywhere. */
  private static void page(RoutingContext context, int status, String title, String words) {
    String accepted = Objects.requireNonNullElse(context.request().getHeader("accept"), "");
    if (status >= 400 && !accepted.contains("text/html")) {
      Problem.ofStatus(status, title + ". " + words).send(context.response());
      return;
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "text/html; charset=utf-8")
        .putHeader("cache-control", "no-store")
        .end(PAGE.formatted(title, words));
  }
}
