package vn.vam.sim.zalo.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.vam.sim.zalo.chat.Button;
import vn.vam.sim.zalo.chat.Card;
import vn.vam.sim.zalo.chat.Content;

/** Turns a message that broke no rule into what the phone shows, composed (NFC). */
final class MessageReader {
  private MessageReader() {}

  static Content consultation(JsonNode message, Uploads uploads) {
    String text = text(message, "text");
    if (!message.has("attachment")) return new Content.Text(text);
    JsonNode payload = message.path("attachment").path("payload");
    if (payload.has("token")) return uploads.document(text(payload, "token")).orElseThrow();
    return switch (payload.path("template_type").asText()) {
      case "media" -> new Content.Picture(text, picture(payload.path("elements").path(0), uploads));
      case "list" -> new Content.Cards(text, cards(payload.path("elements")));
      case "request_user_info" -> new Content.Form(cards(payload.path("elements")).getFirst());
      default -> new Content.WithButtons(text, buttons(payload.path("buttons")));
    };
  }

  private static String picture(JsonNode media, Uploads uploads) {
    return uploads.picture(media.path("attachment_id").asText("")).orElse(text(media, "url"));
  }

  static Content template(JsonNode body) {
    return new Content.Template(text(body, "template_id"), words(body), data(body));
  }

  static Content zns(JsonNode body) {
    return new Content.Zns(text(body, "template_id"), words(body), data(body));
  }

  private static String words(JsonNode body) {
    return String.join("\n", lines(body.path("template_data")));
  }

  private static Map<String, String> data(JsonNode body) {
    Map<String, String> data = new LinkedHashMap<>();
    body.path("template_data")
        .properties()
        .forEach(entry -> data.put(entry.getKey(), nfc(entry.getValue().asText())));
    return data;
  }

  private static List<String> lines(JsonNode data) {
    return data.properties().stream()
        .map(entry -> entry.getKey() + ": " + nfc(entry.getValue().asText()))
        .toList();
  }

  private static List<Button> buttons(JsonNode buttons) {
    return stream(buttons)
        .map(b -> new Button(text(b, "title"), text(b, "type"), target(b.path("payload"))))
        .toList();
  }

  private static String target(JsonNode payload) {
    if (payload.isTextual()) return nfc(payload.asText());
    return payload.has("url") ? text(payload, "url") : text(payload, "phone_code");
  }

  private static List<Card> cards(JsonNode elements) {
    return stream(elements)
        .map(
            e ->
                new Card(
                    text(e, "title"),
                    text(e, "subtitle"),
                    text(e, "image_url"),
                    text(e.path("default_action"), "url")))
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String text(JsonNode node, String field) {
    return nfc(node.path(field).asText(""));
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
