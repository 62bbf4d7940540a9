package vn.vam.sim.zalo.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.chat.ChatMessage;
import vn.vam.sim.zalo.chat.Chats;
import vn.vam.sim.zalo.chat.Citizen;
import vn.vam.sim.zalo.chat.Content;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;
import vn.vam.sim.zalo.webhook.Events;
import vn.vam.sim.zalo.webhook.WebhookQueue;

/** {@code POST /v3.0/oa/message/cs} and {@code …/template}: from the account to one person. */
final class MessageApi {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private final String oaId;
  private final Clock clock;
  private final Chats chats;
  private final Events events;
  private final WebhookQueue webhooks;
  private final Uploads uploads;
  private final Switches switches;
  private final MessageRules rules;

  MessageApi(
      String oaId,
      Clock clock,
      Chats chats,
      Events events,
      WebhookQueue webhooks,
      Uploads uploads,
      Switches switches) {
    this.uploads = uploads;
    this.switches = switches;
    this.rules = new MessageRules(uploads, switches);
    this.oaId = oaId;
    this.clock = clock;
    this.chats = chats;
    this.events = events;
    this.webhooks = webhooks;
  }

  void consult(RoutingContext call) {
    JsonNode body = body(call);
    Optional<Citizen> citizen = recipient(body);
    Optional<Refusal> refusal =
        first(
            () -> unreachable(citizen),
            () -> rules.breach(body.path("message")),
            () -> atNight(Switch.NIGHT_CS),
            () -> citizen.flatMap(this::closed));
    answer(call, citizen, refusal, () -> MessageReader.consultation(body.path("message"), uploads));
  }

  void consultByV2(RoutingContext call) {
    if (switches.isOn(Switch.V2_SEND)) consult(call);
    else Answers.refuse(call, Refusal.V2_SHUT_DOWN);
  }

  private Optional<Refusal> atNight(Switch which) {
    boolean refused = switches.isOn(which) && Night.isNow(clock);
    return refused ? Optional.of(Refusal.AT_NIGHT) : Optional.empty();
  }

  void template(RoutingContext call) {
    JsonNode body = body(call);
    Optional<Citizen> citizen = recipientOfTemplate(body);
    Optional<Refusal> refusal =
        first(
            () -> unreachable(citizen),
            () -> malformedTemplate(body),
            () -> atNight(Switch.NIGHT_TEMPLATE));
    answer(call, citizen, refusal, () -> MessageReader.template(body));
  }

  private void answer(
      RoutingContext call,
      Optional<Citizen> citizen,
      Optional<Refusal> refusal,
      Supplier<Content> content) {
    refusal.ifPresentOrElse(
        no -> Answers.refuse(call, no),
        () -> citizen.ifPresent(person -> deliver(call, person, content.get())));
  }

  private void deliver(RoutingContext call, Citizen citizen, Content content) {
    ChatMessage message = chats.fromOa(citizen, content);
    Answers.success(call, receipt(citizen, message));
    webhooks.offer(events.echo(message));
    webhooks.offer(events.received(message));
  }

  private ObjectNode receipt(Citizen citizen, ChatMessage message) {
    ObjectNode data =
        Json.object()
            .put("message_id", message.messageId())
            .put("user_id", citizen.id())
            .put("sent_time", Long.toString(message.time().toEpochMilli()));
    if (message.content() instanceof Content.Template) return data;
    citizen.freeUntil().filter(clock.instant()::isBefore).ifPresent(end -> quota(data, end));
    return data;
  }

  private void quota(ObjectNode data, Instant end) {
    ObjectNode quota = data.putObject("quota").put("quota_type", "reply");
    if (switches.isOn(Switch.QUOTA_REMAIN)) quota.put("remain", "8").put("total", "8");
    quota.put("expired_date", date(end)).put("owner_type", "OA").put("owner_id", oaId);
  }

  private String date(Instant end) {
    return switches.isOn(Switch.QUOTA_DATE_MS)
        ? Long.toString(end.toEpochMilli())
        : DAY.format(end.atZone(Json.VIETNAM));
  }

  private Optional<Citizen> recipientOfTemplate(JsonNode body) {
    String above = body.path("user_id").asText("");
    String inside = body.path("recipient").path("user_id").asText("");
    return chats.find(
        switch (switches.value(Switch.TEMPLATE_RECIPIENT)) {
          case 1 -> above;
          case 2 -> inside;
          default -> above.isEmpty() ? inside : above;
        });
  }

  private Optional<Citizen> recipient(JsonNode body) {
    JsonNode recipient = body.path("recipient");
    String user = recipient.path("user_id").asText("");
    return user.isEmpty()
        ? chats.partnerIn(recipient.path("message_id").asText(""))
        : chats.find(user);
  }

  private Optional<Refusal> closed(Citizen citizen) {
    boolean closed = citizen.window(clock.instant()) == Citizen.Window.CLOSED;
    return closed ? Optional.of(Refusal.NO_INTERACTION) : Optional.empty();
  }

  private Optional<Refusal> unreachable(Optional<Citizen> citizen) {
    if (citizen.isEmpty()) return Optional.of(Refusal.invalid("user_id"));
    return citizen.filter(c -> !mayBeAnswered(c)).map(c -> Refusal.NOT_FOLLOWING);
  }

  private boolean mayBeAnswered(Citizen citizen) {
    return switch (citizen.bond()) {
      case FOLLOWER -> true;
      case VISITOR -> switches.isOn(Switch.VISITORS_ANSWERED);
      case LEFT -> false;
    };
  }

  private static Optional<Refusal> malformedTemplate(JsonNode body) {
    if (!body.path("template_id").asText("").matches("[A-Za-z0-9_-]{1,40}")) {
      return Optional.of(Refusal.invalid("template_id"));
    }
    JsonNode data = body.path("template_data");
    if (!data.isObject() || data.isEmpty()) return Optional.of(Refusal.invalid("template_data"));
    return data.size() > 30
        ? Optional.of(Refusal.overLimit("template_data", 30))
        : Optional.empty();
  }

  private static JsonNode body(RoutingContext call) {
    return Json.read(call.body().buffer()).orElseGet(Json::object);
  }

  @SafeVarargs
  private static Optional<Refusal> first(Supplier<Optional<Refusal>>... rules) {
    return Stream.of(rules).map(Supplier::get).flatMap(Optional::stream).findFirst();
  }
}
