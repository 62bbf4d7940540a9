package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Sender;

/**
 * Messages that could not become readings, newest first, each with its reason; where there are too
 * many, some of everybody's.
 */
final class RejectedApi {
  private static final int MOST_SHOWN = 1_000;

  private final WebParts parts;

  RejectedApi(WebParts parts) {
    this.parts = parts;
  }

  void mount(Router router) {
    router.get("/api/v1/rejected").handler(this::list);
  }

  private void list(RoutingContext context) {
    Optional<String> reason = reason(context);
    if (reason.isPresent() && !isReason(reason.get())) {
      badReason().send(context.response());
      return;
    }
    Optional<String> device = parameter(context, "device");
    List<RejectedMessage> matching =
        parts.rejected().list(parameter(context, "source"), reason).stream()
            .filter(message -> device.map(message::isOf).orElse(true))
            .toList();
    JsonArray rejected = new JsonArray();
    RejectedShelf.fewOf(matching, MOST_SHOWN).forEach(message -> rejected.add(rejected(message)));
    Answers.json(context, JsonObject.of("rejected", rejected).mergeIn(forgotten()));
  }

  /** Nothing as long as there was room for all. */
  private JsonObject forgotten() {
    JsonArray forgotten = new JsonArray();
    parts.rejected().forgotten().entrySet().stream()
        .sorted(Map.Entry.<Sender, Long>comparingByValue().reversed())
        .forEach(sender -> forgotten.add(ApiJson.forgotten(sender.getKey(), sender.getValue())));
    return forgotten.isEmpty() ? new JsonObject() : JsonObject.of("forgotten", forgotten);
  }

  private JsonObject rejected(RejectedMessage message) {
    return ApiJson.rejected(message, parts.replays().isReplayable(message), parts.zone());
  }

  static Problem badReason() {
    return Problem.badParameter("reason must be one of: " + reasons());
  }

  static Optional<String> parameter(RoutingContext context, String name) {
    return Optional.ofNullable(context.queryParams().get(name)).filter(text -> !text.isBlank());
  }

  /** {@code unknown device} is {@code unknown-device}. */
  static Optional<String> reason(RoutingContext context) {
    return parameter(context, "reason").map(word -> word.strip().replace(' ', '-'));
  }

  static boolean isReason(String word) {
    return Arrays.stream(RejectReason.values()).anyMatch(reason -> reason.word().equals(word));
  }

  private static String reasons() {
    return Arrays.stream(RejectReason.values())
        .map(RejectReason::word)
        .collect(Collectors.joining(", "));
  }
}
