package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.log.MessageId;
import vn.vam.runtime.flow.Replays;

/** Rejected messages once more, after a fix: one by its id, or all that match. */
final class ReplaysApi {
  private static final int USUALLY = 100;
  private static final int MOST = 1_000;

  private final WebParts parts;
  private final BoundedWorkers workers;

  ReplaysApi(WebParts parts, BoundedWorkers workers) {
    this.parts = parts;
    this.workers = workers;
  }

  void mount(Router router) {
    router.post("/api/v1/rejected/replay").handler(this::replayMany);
    router.post("/api/v1/rejected/:id/replay").handler(this::replayOne);
  }

  private void replayOne(RoutingContext context) {
    MessageId.read(context.pathParam("id"))
        .ifPresentOrElse(
            id ->
                workers
                    .run(() -> parts.replays().replay(List.of(id)).getFirst())
                    .onSuccess(answer -> answer(context, answer))
                    .onFailure(context::fail),
            () -> unknown().send(context.response()));
  }

  private static void answer(RoutingContext context, Replays.Answer answer) {
    switch (answer) {
      case Replays.Logged logged -> Answers.json(context, ApiJson.replayed(logged));
      case Replays.Waiting waiting -> Answers.json(context, 202, waiting(waiting));
      case Replays.Already already -> already().send(context.response());
      case Replays.Closed closed -> closed(closed.reason()).send(context.response());
      case Replays.Unknown unknown -> unknown().send(context.response());
    }
  }

  private static JsonObject waiting(Replays.Waiting waiting) {
    return JsonObject.of("id", waiting.id().toString(), "outcome", "waiting");
  }

  private static Problem already() {
    return Problem.conflict(
        "already-replayed", "This message was replayed before", "A message is replayed once.");
  }

  private static Problem closed(String reason) {
    return Problem.conflict("not-replayable", "This message cannot be replayed", reason);
  }

  private static Problem unknown() {
    return Problem.unknown(
        "message", "No rejected message has this id, or it is too old to be remembered.");
  }

  private void replayMany(RoutingContext context) {
    Optional<String> reason = RejectedApi.reason(context);
    OptionalInt limit = limit(context);
    if (reason.isPresent() && !RejectedApi.isReason(reason.get())) {
      RejectedApi.badReason().send(context.response());
    } else if (limit.isEmpty()) {
      Problem.badParameter("limit must be a number from 1 to " + MOST).send(context.response());
    } else {
      workers
          .run(() -> parts.replays().replay(matching(context, reason, limit.getAsInt())))
          .onSuccess(answers -> Answers.json(context, summary(answers)))
          .onFailure(context::fail);
    }
  }

  private static OptionalInt limit(RoutingContext context) {
    String asked = RejectedApi.parameter(context, "limit").orElse(Integer.toString(USUALLY));
    if (!asked.matches("[1-9]\\d{0,3}") || Integer.parseInt(asked) > MOST) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(asked));
  }

  /** The oldest first, so that a device's readings come in the order it sent them. */
  private List<MessageId> matching(RoutingContext context, Optional<String> reason, int limit) {
    Optional<String> device = RejectedApi.parameter(context, "device");
    return parts
        .rejected()
        .list(RejectedApi.parameter(context, "source"), reason)
        .reversed()
        .stream()
        .filter(parts.replays()::isReplayable)
        .filter(message -> device.map(name -> parts.replays().isOf(message, name)).orElse(true))
        .map(RejectedMessage::id)
        .limit(limit)
        .toList();
  }

  private static JsonObject summary(List<Replays.Answer> answers) {
    JsonObject counts =
        JsonObject.of(
            "accepted", 0, "rejected", 0, "ignored", 0, "duplicate", 0, "waiting", 0, "refused", 0);
    JsonArray replayed = new JsonArray();
    for (Replays.Answer answer : answers) {
      JsonObject json = json(answer);
      String outcome = json.getString("outcome");
      counts.put(outcome, counts.getInteger(outcome) + 1);
      replayed.add(json);
    }
    return counts.put("replayed", replayed);
  }

  private static JsonObject json(Replays.Answer answer) {
    return switch (answer) {
      case Replays.Logged logged -> ApiJson.replayed(logged);
      case Replays.Waiting waiting -> waiting(waiting);
      case Replays.Already already -> refused(already.id(), "replayed before");
      case Replays.Closed closed -> refused(closed.id(), closed.reason());
      case Replays.Unknown unknown -> refused(unknown.id(), "not remembered");
    };
  }

  private static JsonObject refused(MessageId id, String detail) {
    return JsonObject.of("id", id.toString(), "outcome", "refused", "detail", detail);
  }
}
