package vn.vam.runtime.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** The messenger's webhook: 200 as soon as the event is on disk, and nothing else before it. */
final class ZaloApi {
  private static final String SIGNATURE = "X-ZEvent-Signature";

  private final Webhook webhook;
  private final BoundedWorkers workers;

  ZaloApi(Webhook webhook, BoundedWorkers workers) {
    this.webhook = webhook;
    this.workers = workers;
  }

  void mount(Router router) {
    router.post("/webhooks/zalo").handler(Bodies.limited()).handler(this::take);
  }

  private void take(RoutingContext context) {
    byte[] body = context.body().length() <= 0 ? new byte[0] : context.body().buffer().getBytes();
    String signature = Objects.requireNonNullElse(context.request().getHeader(SIGNATURE), "");
    workers
        .run(() -> webhook.take(body, signature))
        .onSuccess(receipt -> answer(context, receipt))
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, Webhook.Receipt receipt) {
    switch (receipt) {
      case Webhook.Receipt.Taken taken -> Answers.json(context, JsonObject.of("taken", true));
      case Webhook.Receipt.Seen seen -> Answers.json(context, JsonObject.of("taken", false));
      case Webhook.Receipt.Forged forged ->
          Problem.ofStatus(401, "The signature does not match this body.").send(context.response());
      case Webhook.Receipt.Unreadable unreadable ->
          Problem.badBody(unreadable.reason()).send(context.response());
    }
  }
}
