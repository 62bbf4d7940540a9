package vn.vam.sim.zalo.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.chat.ChatMessage;
import vn.vam.sim.zalo.chat.Citizen;
import vn.vam.sim.zalo.chat.Content;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;

/** Words events as the platform does: ids and times are strings. */
public final class Events {
  private final String appId;
  private final String oaId;
  private final Clock clock;
  private final Supplier<URI> base;
  private final Switches switches;

  /**
   * @param base address under which the app can fetch a citizen's picture
   */
  public Events(String appId, String oaId, Clock clock, Supplier<URI> base, Switches switches) {
    this.appId = appId;
    this.oaId = oaId;
    this.clock = clock;
    this.base = base;
    this.switches = switches;
  }

  public WebhookEvent follow(String user) {
    return bond("follow", user);
  }

  public WebhookEvent unfollow(String user) {
    return bond("unfollow", user);
  }

  /** What the citizen wrote, showed or tapped. */
  public WebhookEvent sentByCitizen(ChatMessage message) {
    ObjectNode body = envelope("user_send_" + kind(message.content()), message.user(), oaId);
    body.put("user_id_by_app", idByApp(message.user()));
    return about(message, describe(body, message));
  }

  /** The platform tells the app even what the app itself has just sent. */
  public WebhookEvent echo(ChatMessage message) {
    ObjectNode body = envelope("oa_send_" + echoed(message.content()), oaId, message.user());
    body.put("user_id_by_app", idByApp(message.user()));
    return about(message, describe(body, message));
  }

  public WebhookEvent received(ChatMessage message) {
    ObjectNode body = envelope("user_received_message", oaId, message.user());
    body.putObject("message").put("msg_id", message.messageId());
    return about(message, body);
  }

  /** The citizen filled in the account's form. */
  public WebhookEvent submittedInfo(Citizen citizen, String phone) {
    ObjectNode body = envelope("user_submit_info", citizen.id(), oaId);
    tell(body.putObject("info").put("name", citizen.name()).put("phone", phone));
    return event(body, citizen.id(), "");
  }

  /** What is not asked of anybody here is told as unknown. */
  private void tell(ObjectNode info) {
    switch (switches.value(Switch.FORM_TELLS)) {
      case 1 -> {
        info.put("user_dob", "").put("gender", "");
        info.putObject("full_address")
            .put("user_city", "")
            .put("user_ward", "")
            .put("user_address", "");
      }
      case 2 -> info.put("address", "").put("city", "").put("district", "").put("ward", "");
      default -> {}
    }
  }

  /** The citizen has looked at these messages of the account, oldest first. */
  public List<WebhookEvent> seen(Citizen citizen, List<String> messageIds) {
    if (messageIds.isEmpty()) return List.of();
    if (switches.isOn(Switch.SEEN_IDS)) {
      ObjectNode body = seenBy(citizen);
      messageIds.forEach(body.putObject("message").putArray("msg_ids")::add);
      return List.of(event(body, citizen.id(), messageIds.getLast()));
    }
    return messageIds.stream()
        .map(
            id -> {
              ObjectNode body = seenBy(citizen);
              body.putObject("message").put("msg_id", id);
              return event(body, citizen.id(), id);
            })
        .toList();
  }

  private ObjectNode seenBy(Citizen citizen) {
    return switches.isOn(Switch.SEEN_BY_PERSON)
        ? envelope("user_seen_message", citizen.id(), oaId)
        : envelope("user_seen_message", oaId, citizen.id());
  }

  /** The citizen wants everything about them erased. */
  public WebhookEvent withdrew(Citizen citizen) {
    return switches.isOn(Switch.WITHDRAW_SENDER)
        ? event(
            envelope("user_withdraw", citizen.id(), oaId)
                .put("user_id_by_app", idByApp(citizen.id())),
            citizen.id(),
            "")
        : ofPerson("user_withdraw", citizen);
  }

  /** The citizen tapped "Nhắn tin". */
  public WebhookEvent clickedChatnow(Citizen citizen) {
    return ofPerson("user_click_chatnow", citizen);
  }

  private WebhookEvent ofPerson(String name, Citizen citizen) {
    ObjectNode body =
        Json.object()
            .put("app_id", appId)
            .put("oa_id", oaId)
            .put("user_id", citizen.id())
            .put("user_id_by_app", idByApp(citizen.id()))
            .put("event_name", name);
    return event(body, citizen.id(), "");
  }

  /** The receipt of a template by phone: the recipient is the number. */
  public WebhookEvent znsReceived(ChatMessage message, String phone, String trackingId) {
    ObjectNode body = envelope("user_received_message", oaId, phone);
    body.putObject("message")
        .put("delivery_time", Long.toString(clock.millis()))
        .put("msg_id", message.messageId())
        .put("tracking_id", trackingId);
    return about(message, body);
  }

  /** The person's id towards this app alone, 18 digits. */
  public String idByApp(String user) {
    byte[] name = (appId + ":" + user).getBytes(StandardCharsets.UTF_8);
    long bits = UUID.nameUUIDFromBytes(name).getMostSignificantBits();
    return Long.toString(100_000_000_000_000_000L + Math.floorMod(bits, 900_000_000_000_000_000L));
  }

  private WebhookEvent bond(String name, String user) {
    ObjectNode body = Json.object().put("oa_id", oaId);
    body.putObject("follower").put("id", user);
    body.put("user_id_by_app", idByApp(user)).put("event_name", name).put("source", "oa_profile");
    return event(body.put("app_id", appId), user, "");
  }

  private ObjectNode envelope(String name, String sender, String recipient) {
    ObjectNode body = Json.object().put("app_id", appId);
    body.putObject("sender").put("id", sender);
    body.putObject("recipient").put("id", recipient);
    return body.put("event_name", name);
  }

  private WebhookEvent about(ChatMessage message, ObjectNode body) {
    return event(body, message.user(), message.messageId());
  }

  private WebhookEvent event(ObjectNode body, String user, String messageId) {
    String timestamp = Long.toString(clock.millis());
    body.put("timestamp", timestamp);
    return new WebhookEvent(
        body.path("event_name").asText(), user, messageId, timestamp, Json.write(body));
  }

  private ObjectNode describe(ObjectNode body, ChatMessage sent) {
    ObjectNode message = body.putObject("message");
    if (!sent.content().text().isEmpty()) message.put("text", sent.content().text());
    message.put("msg_id", sent.messageId());
    switch (sent.content()) {
      case Content.Picture picture -> {
        String url = base.get().resolve(picture.url()).toString();
        attachment(message, "image").put("thumbnail", url).put("url", url);
      }
      case Content.Document file ->
          attachment(message, "file")
              .put("size", Integer.toString(file.size()))
              .put("name", file.name())
              .put("checksum", file.checksum())
              .put("type", file.type())
              .put("url", base.get().resolve(file.url()).toString());
      case Content.Location place ->
          (switches.isOn(Switch.LOCATION_FLAT)
                  ? message.putObject("location")
                  : attachment(message, "location").putObject("coordinates"))
              .put("latitude", place.latitude())
              .put("longitude", place.longitude());
      case Content.Text text -> {}
      case Content.WithButtons buttons -> {}
      case Content.Cards cards -> {}
      case Content.Form form -> {}
      case Content.Template template -> {}
      case Content.Zns zns -> {}
    }
    return body;
  }

  private static ObjectNode attachment(ObjectNode message, String type) {
    return message.putArray("attachments").addObject().put("type", type).putObject("payload");
  }

  private String echoed(Content content) {
    if (content instanceof Content.WithButtons && switches.isOn(Switch.BUTTONS_ECHO_TEMPLATE)) {
      return "template";
    }
    return content instanceof Content.Form && switches.isOn(Switch.FORM_ECHO_TEXT)
        ? "text"
        : kind(content);
  }

  private static String kind(Content content) {
    return switch (content) {
      case Content.Text text -> "text";
      case Content.WithButtons buttons -> "text";
      case Content.Picture picture -> "image";
      case Content.Document file -> "file";
      case Content.Location location -> "location";
      case Content.Cards cards -> "list";
      case Content.Form form -> "template";
      case Content.Template template -> "template";
      case Content.Zns zns -> "template";
    };
  }
}
