package vn.vam.sim.zalo.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.chat.ChatMessage;
import vn.vam.sim.zalo.chat.Chats;
import vn.vam.sim.zalo.chat.Citizen;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;
import vn.vam.sim.zalo.webhook.Events;
import vn.vam.sim.zalo.webhook.WebhookQueue;

/** The business host: a template to a phone number, its state, and what is left of the day. */
final class ZnsApi {
  private static final int VALUE = 400;
  private static final int TRACKING = 48;

  private final Clock clock;
  private final Chats chats;
  private final Events events;
  private final WebhookQueue webhooks;
  private final Switches switches;
  private final Allowance allowance;

  ZnsApi(
      Clock clock,
      Chats chats,
      Events events,
      WebhookQueue webhooks,
      Switches switches,
      Allowance allowance) {
    this.clock = clock;
    this.chats = chats;
    this.events = events;
    this.webhooks = webhooks;
    this.switches = switches;
    this.allowance = allowance;
  }

  void send(RoutingContext call) {
    JsonNode body = Json.read(call.body().buffer()).orElseGet(Json::object);
    String phone = phone(body.path("phone").asText(""));
    Optional<Citizen> citizen = chats.withPhone(phone);
    Optional<Refusal> refusal =
        breach(body, phone)
            .or(() -> citizen.isEmpty() ? Optional.of(Refusal.NO_ZALO) : Optional.empty())
            .or(() -> allowance.use() ? Optional.empty() : Optional.of(Refusal.ZNS_DAILY));
    refusal.ifPresentOrElse(
        no -> Answers.refuse(call, no),
        () -> citizen.ifPresent(person -> deliver(call, person, phone, body)));
  }

  private Optional<Refusal> breach(JsonNode body, String phone) {
    if (!phone.matches("84\\d{9}")) return Optional.of(Refusal.ZNS_PHONE);
    if (!body.path("template_id").asText("").matches("[A-Za-z0-9_-]{1,40}")) {
      return Optional.of(Refusal.ZNS_TEMPLATE);
    }
    if (body.path("tracking_id").asText("").length() > TRACKING) {
      return Optional.of(Refusal.ZNS_PARAMETER);
    }
    if (switches.isOn(Switch.NIGHT_ZNS) && Night.isNow(clock)) {
      return Optional.of(Refusal.ZNS_NIGHT);
    }
    return data(body.path("template_data"));
  }

  private static Optional<Refusal> data(JsonNode data) {
    if (!data.isObject() || data.isEmpty()) return Optional.of(Refusal.ZNS_EMPTY);
    for (Map.Entry<String, JsonNode> entry : data.properties()) {
      String value = entry.getValue().asText("");
      if (value.isBlank()) return Optional.of(Refusal.ZNS_MISSING);
      if (value.length() > VALUE) return Optional.of(Refusal.ZNS_TOO_LONG);
      if (!entry.getKey().matches("[A-Za-z0-9_]+")) return Optional.of(Refusal.ZNS_FORMAT);
    }
    return Optional.empty();
  }

  private void deliver(RoutingContext call, Citizen person, String phone, JsonNode body) {
    ChatMessage message = chats.fromOa(person, MessageReader.zns(body));
    ObjectNode data =
        Json.object()
            .put("msg_id", message.messageId())
            .put("sent_time", Long.toString(message.time().toEpochMilli()))
            .put("sending_mode", "1");
    data.putObject("quota")
        .put("dailyQuota", Integer.toString(allowance.total()))
        .put("remainingQuota", Integer.toString(allowance.remaining()));
    Answers.success(call, data);
    webhooks.offer(events.znsReceived(message, phone, body.path("tracking_id").asText("")));
  }

  void quota(RoutingContext call) {
    Answers.success(
        call,
        Json.object()
            .put("dailyQuota", Integer.toString(allowance.total()))
            .put("remainingQuota", Integer.toString(allowance.remaining())));
  }

  void state(RoutingContext call) {
    String id = Objects.requireNonNullElse(call.request().getParam("message_id"), "");
    int status = chats.partnerIn(id).isPresent() ? 1 : -1;
    Answers.success(call, Json.object().put("message", "").put("status", status));
  }

  /** {@code +84…} and {@code 0…} are taken too. */
  private static String phone(String written) {
    if (written.startsWith("+")) return written.substring(1);
    return written.startsWith("0") ? "84" + written.substring(1) : written;
  }
}
