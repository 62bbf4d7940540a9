package vn.vam.runtime.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messenger's webhook: 200 as soon as the event is on disk, and nothing else before it. What is
 * signed and means nothing gets its 200 as well: the messenger sends again what has none, and after
 * an hour of that it sends nothing any more. What cannot be kept, as on a full disk, is better sent
 * again.
 */
final class ZaloApi {
  private static final Logger log = LoggerFactory.getLogger(ZaloApi.class);
  private static final String SIGNATURE = "X-ZEvent-Signature";

  private final Webhook webhook;
  private final BoundedWorkers workers;

  ZaloApi(Webhook webhook, BoundedWorkers workers) {
    this.webhook = webhook;
    this.workers = workers;
  }

  void mount(Router router) {
    router.post("/webhooks/zalo").handler(Bodies.ofWebhooks()).handler(this::take);
  }

  private void take(RoutingContext context) {
    byte[] body = context.body().length() <= 0 ? new byte[0] : context.body().buffer().getBytes();
    String signature = Objects.requireNonNullElse(context.request().getHeader(SIGNATURE), "");
    workers
        .run(() -> webhook.take(body, signature))
        .onSuccess(receipt -> answer(context, receipt))
        .onFailure(failure -> refuse(context, failure));
  }

  private static void refuse(RoutingContext context, Throwable failure) {
    if (failure instanceof BoundedWorkers.Busy) {
      context.fail(failure);
    } else {
      log.error("a webhook could not be kept; the messenger sends it again", failure);
      Problem.ofStatus(503, "It could not be kept; send it again.").send(context.response());
    }
  }

  private static void answer(RoutingContext context, Webhook.Receipt receipt) {
    switch (receipt) {
      case Webhook.Receipt.Taken taken -> Answers.json(context, JsonObject.of("taken", true));
      case Webhook.Receipt.Seen seen -> Answers.json(context, JsonObject.of("taken", false));
      case Webhook.Receipt.Forged forged ->
          Problem.ofStatus(401, "The signature does not match this body.").send(context.response());
      case Webhook.Receipt.Unreadable unreadable -> {
        log.warn("a webhook was not understood, reason={}", unreadable.reason());
        Answers.json(context, JsonObject.of("taken", false));
      }
    }
  }
}
