package vn.vam.sim.zalo.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.chat.Card;
import vn.vam.sim.zalo.chat.ChatMessage;
import vn.vam.sim.zalo.chat.Citizen;
import vn.vam.sim.zalo.chat.Content;
import vn.vam.sim.zalo.webhook.DeliveryState;

/** Messages and people as {@code /_sim} shows them. */
public final class ChatJson {
  private ChatJson() {}

  static ObjectNode message(ChatMessage message) {
    ObjectNode json =
        Json.object()
            .put("n", message.n())
            .put("user", message.user())
            .put("kind", kind(message.content()))
            .put("text", message.content().text());
    describe(json, message.content());
    return json.put("time", Json.time(message.time())).put("message_id", message.messageId());
  }

  /** As {@link #message}, and who wrote it and whether the app has heard of it. */
  public static ObjectNode line(ChatMessage message, DeliveryState delivery) {
    ObjectNode json = message(message).put("from", message.isFromOa() ? "oa" : "citizen");
    return message.isFromOa() ? json : json.put("delivery", word(delivery));
  }

  static ObjectNode citizen(Citizen citizen, Instant now) {
    ObjectNode json =
        Json.object()
            .put("id", citizen.id())
            .put("name", citizen.name())
            .put("follower", citizen.isFollower())
            .put("bond", word(citizen.bond()))
            .put("window", word(citizen.window(now)));
    citizen.lastInteraction().ifPresent(at -> json.put("last_interaction", Json.time(at)));
    citizen.freeUntil().ifPresent(at -> json.put("free_until", Json.time(at)));
    citizen.openUntil().ifPresent(at -> json.put("open_until", Json.time(at)));
    return json;
  }

  /** As people write it, in small letters. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String kind(Content content) {
    return switch (content) {
      case Content.Text text -> "text";
      case Content.Picture picture -> "image";
      case Content.Document file -> "file";
      case Content.Location place -> "location";
      case Content.WithButtons buttons -> "buttons";
      case Content.Cards cards -> "list";
      case Content.Form form -> "form";
      case Content.Template template -> "template";
      case Content.Zns zns -> "zns";
    };
  }

  private static void describe(ObjectNode json, Content content) {
    ArrayNode buttons = json.putArray("buttons");
    switch (content) {
      case Content.Text text -> {}
      case Content.Picture picture -> json.put("image", picture.url());
      case Content.Document file ->
          json.put("file", file.url()).put("name", file.name()).put("size", file.size());
      case Content.Location place ->
          json.put("lat", place.latitude()).put("lon", place.longitude());
      case Content.WithButtons with ->
          with.buttons()
              .forEach(
                  b ->
                      buttons
                          .addObject()
                          .put("title", b.title())
                          .put("type", b.type())
                          .put("payload", b.payload()));
      case Content.Cards cards -> {
        ArrayNode elements = json.putArray("elements");
        cards.cards().forEach(card -> card(elements.addObject(), card));
      }
      case Content.Form form -> card(json.putArray("elements").addObject(), form.card());
      case Content.Zns zns -> {
        json.put("template_id", zns.templateId());
        zns.data().forEach(json.putObject("template_data")::put);
      }
      case Content.Template template -> {
        json.put("template_id", template.templateId());
        template.data().forEach(json.putObject("template_data")::put);
      }
    }
  }

  private static void card(ObjectNode json, Card card) {
    json.put("title", card.title())
        .put("subtitle", card.subtitle())
        .put("image_url", card.imageUrl())
        .put("url", card.url());
  }
}
