package vn.vam.sim.zalo.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.chat.ChatMessage;
import vn.vam.sim.zalo.chat.Chats;
import vn.vam.sim.zalo.chat.Citizen;

/** {@code GET /_sim/messages}, {@code …/conversation} and {@code /_sim/live}: what was said. */
public final class InsideApi {
  static final int MOST_MESSAGES = 10_000;
  private static final int MOST_MISSED = 500;
  private final Chats chats;
  private final Deliveries deliveries;
  private final LiveFeed live;

  public InsideApi(Chats chats, Deliveries deliveries, LiveFeed live) {
    this.chats = chats;
    this.deliveries = deliveries;
    this.live = live;
  }

  public void mount(Router router) {
    router.get("/_sim/messages").handler(this::messages);
    router.get("/_sim/users/:id/conversation").handler(this::conversation);
    router.get("/_sim/live").handler(call -> live.listen(call, this::missed));
  }

  private void messages(RoutingContext call) {
    String user = Objects.requireNonNullElse(call.request().getParam("user"), "");
    String since = Objects.requireNonNullElse(call.request().getParam("since"), "0");
    if (!since.matches("\\d{1,18}")) {
      Problem.badRequest(call, "since is the n of the last message you have, 0 or more");
      return;
    }
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("messages");
    said(user).stream()
        .filter(message -> message.isFromOa() && message.n() > Long.parseLong(since))
        .limit(MOST_MESSAGES)
        .forEach(message -> list.add(ChatJson.message(message)));
    answer(call, answer);
  }

  private Collection<ChatMessage> said(String user) {
    return user.isEmpty()
        ? chats.since(0, Integer.MAX_VALUE)
        : chats.find(user).map(Citizen::messages).orElse(List.of());
  }

  private void conversation(RoutingContext call) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("messages");
    said(Objects.requireNonNullElse(call.pathParam("id"), "-")).stream()
        .filter(ChatMessage::shown)
        .forEach(message -> list.add(line(message)));
    answer(call, answer);
  }

  private List<LiveFeed.Event> missed(long since) {
    if (since < 0) return List.of();
    return chats.since(since, MOST_MISSED).stream()
        .filter(ChatMessage::shown)
        .map(m -> new LiveFeed.Event("message", OptionalLong.of(m.n()), line(m)))
        .toList();
  }

  private ObjectNode line(ChatMessage message) {
    return ChatJson.line(message, deliveries.of(message.messageId()));
  }

  private static void answer(RoutingContext call, ObjectNode answer) {
    call.response().putHeader("Content-Type", "application/json").end(Json.write(answer));
  }
}
