package vn.vam.sim.zalo.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.chat.ChatMessage;
import vn.vam.sim.zalo.chat.Chats;
import vn.vam.sim.zalo.chat.Citizen;
import vn.vam.sim.zalo.chat.Content;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;
import vn.vam.sim.zalo.webhook.Events;

/**
 * {@code GET /v3.0/oa/user/detail} and {@code GET /v2.0/oa/conversation}; the question is JSON in
 * the parameter {@code data}.
 */
final class PeopleApi {
  private static final int MOST_ROWS = 10;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private final String oaId;
  private final Chats chats;
  private final Events events;
  private final Switches switches;

  PeopleApi(String oaId, Chats chats, Events events, Switches switches) {
    this.switches = switches;
    this.oaId = oaId;
    this.chats = chats;
    this.events = events;
  }

  void detail(RoutingContext call) {
    withCitizen(call, (citizen, question) -> Answers.success(call, detail(citizen)));
  }

  void conversation(RoutingContext call) {
    withCitizen(call, (citizen, question) -> answerRows(call, citizen, question));
  }

  private void answerRows(RoutingContext call, Citizen citizen, JsonNode question) {
    int offset = question.path("offset").asInt(0);
    int count = question.path("count").asInt(5);
    if (offset < 0 || count < 1)
      Answers.refuse(call, Refusal.invalid(offset < 0 ? "offset" : "count"));
    else if (count > MOST_ROWS) Answers.refuse(call, Refusal.overLimit("count", MOST_ROWS));
    else Answers.success(call, rows(citizen, offset, count));
  }

  private void withCitizen(RoutingContext call, BiConsumer<Citizen, JsonNode> then) {
    String data = Objects.requireNonNullElse(call.request().getParam("data"), "");
    Optional<JsonNode> question = Json.read(Buffer.buffer(data));
    Optional<Citizen> citizen = question.flatMap(q -> chats.find(q.path("user_id").asText("")));
    if (question.isEmpty()) Answers.refuse(call, Refusal.invalid("data"));
    else if (citizen.isEmpty()) Answers.refuse(call, Refusal.invalid("user_id"));
    else then.accept(citizen.get(), question.get());
  }

  /** {@code POST /v3.0/oa/quota/message}: when the person was last heard of, what may be sent. */
  void quota(RoutingContext call) {
    JsonNode body = Json.read(call.body().buffer()).orElseGet(Json::object);
    Optional<Citizen> citizen = chats.find(body.path("user_id").asText(""));
    citizen.ifPresentOrElse(
        found -> Answers.success(call, quota(found)),
        () -> Answers.refuse(call, Refusal.invalid("user_id")));
  }

  private static ObjectNode quota(Citizen citizen) {
    ObjectNode data =
        Json.object()
            .put(
                "last_interaction",
                citizen.lastInteraction().map(at -> Long.toString(at.toEpochMilli())).orElse("0"));
    data.putObject("cs_reply").put("remain", 8).put("total", 8);
    data.putObject("promotion")
        .put("daily_remain", 0)
        .put("daily_total", 1)
        .put("monthly_remain", 0)
        .put("monthly_total", 0);
    return data;
  }

  private ObjectNode detail(Citizen citizen) {
    ObjectNode data =
        Json.object()
            .put("user_id", citizen.id())
            .put("user_id_by_app", events.idByApp(citizen.id()))
            .put("user_external_id", "")
            .put("display_name", citizen.name())
            .put("user_alias", citizen.name())
            .put("is_sensitive", false)
            .put(
                "user_last_interaction_date",
                citizen.lastInteraction().map(at -> DAY.format(at.atZone(Json.VIETNAM))).orElse(""))
            .put("user_is_follower", citizen.isFollower())
            .put("avatar", "")
            .put("dynamic_param", "");
    data.putObject("avatars").put("120", "").put("240", "");
    data.putObject("tags_and_notes_info").putArray("notes");
    data.withObject("/tags_and_notes_info").putArray("tag_names");
    data.putObject("shared_info");
    return data;
  }

  /** Newest first. */
  private ArrayNode rows(Citizen citizen, int offset, int count) {
    List<ChatMessage> newestFirst = citizen.messages().reversed();
    ArrayNode rows = Json.object().putArray("rows");
    newestFirst.stream().skip(offset).limit(count).forEach(m -> row(rows.addObject(), citizen, m));
    return rows;
  }

  private void row(ObjectNode row, Citizen citizen, ChatMessage message) {
    row.put("src", message.isFromOa() ? 0 : 1)
        .put("time", message.time().toEpochMilli())
        .put("type", type(message.content()))
        .put("message", message.content().text())
        .put("message_id", message.messageId())
        .put("from_id", message.isFromOa() ? oaId : citizen.id())
        .put("to_id", message.isFromOa() ? citizen.id() : oaId);
  }

  private String type(Content content) {
    return switch (content) {
      case Content.Text text -> "text";
      case Content.WithButtons buttons -> "text";
      case Content.Picture picture -> switches.isOn(Switch.ROWS_IMAGE) ? "image" : "photo";
      case Content.Document file -> "file";
      case Content.Location place -> "location";
      case Content.Cards cards -> "list";
      case Content.Form form -> "template";
      case Content.Template template -> "template";
      case Content.Zns zns -> "template";
    };
  }
}
