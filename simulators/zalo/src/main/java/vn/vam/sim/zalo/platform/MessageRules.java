package vn.vam.sim.zalo.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;

/** What the platform demands of a consultation message; the first breach is the answer. */
final class MessageRules {
  private static final int TEXT = 2000;
  private static final int TITLE = 100;
  private static final int SUBTITLE = 500;
  private static final int QUERY = 1000;
  private static final int SMS = 160;
  private static final int ROWS = 5;

  private final Uploads uploads;
  private final Switches switches;

  MessageRules(Uploads uploads, Switches switches) {
    this.uploads = uploads;
    this.switches = switches;
  }

  Optional<Refusal> breach(JsonNode message) {
    JsonNode attachment = message.path("attachment");
    return first(
        () -> longerThan(message.path("text"), "text", TEXT),
        () ->
            attachment.isMissingNode() ? blank(message.path("text"), "text") : attachment(message));
  }

  private Optional<Refusal> attachment(JsonNode message) {
    JsonNode payload = message.path("attachment").path("payload");
    return switch (message.path("attachment").path("type").asText()) {
      case "template" -> template(message, payload);
      case "file" -> file(payload.path("token"));
      default -> Optional.of(Refusal.UNSUPPORTED);
    };
  }

  private Optional<Refusal> file(JsonNode token) {
    if (!token.isTextual()) return Optional.of(Refusal.invalid("token"));
    return uploads.document(token.asText()).isPresent()
        ? Optional.empty()
        : Optional.of(Refusal.ATTACHMENT_EXPIRED);
  }

  private Optional<Refusal> template(JsonNode message, JsonNode payload) {
    return switch (payload.path("template_type").asText()) {
      case "media" -> media(payload.path("elements"));
      case "list" ->
          switches.isOn(Switch.LIST_V3)
              ? list(payload.path("elements"))
              : Optional.of(Refusal.UNSUPPORTED);
      case "request_user_info" -> form(payload.path("elements"));
      case "" ->
          first(
              () -> blank(message.path("text"), "text"),
              () -> rows(payload.path("buttons"), "buttons"),
              () -> each(payload.path("buttons"), this::button));
      default -> Optional.of(Refusal.UNSUPPORTED);
    };
  }

  private Optional<Refusal> media(JsonNode elements) {
    JsonNode media = elements.path(0);
    if (elements.size() != 1) return Optional.of(Refusal.invalid("elements"));
    String type = media.path("media_type").asText();
    if (!type.equals("image") && !type.equals("gif")) return Optional.of(Refusal.UNSUPPORTED);
    if (type.equals("gif") && !(media.has("width") && media.has("height"))) {
      return Optional.of(Refusal.invalid("width"));
    }
    if (media.path("url").isTextual() == media.path("attachment_id").isTextual()) {
      return Optional.of(Refusal.invalid("url"));
    }
    if (!media.has("attachment_id")) return address(media.path("url"));
    return uploads.picture(media.path("attachment_id").asText()).isPresent()
        ? Optional.empty()
        : Optional.of(Refusal.ATTACHMENT_EXPIRED);
  }

  private Optional<Refusal> form(JsonNode elements) {
    if (elements.size() != 1) return Optional.of(Refusal.invalid("elements"));
    JsonNode form = elements.path(0);
    boolean mayLackImage =
        !switches.isOn(Switch.FORM_IMAGE) && form.path("image_url").isMissingNode();
    return first(
        () -> card(form),
        () -> blank(form.path("subtitle"), "subtitle"),
        () -> mayLackImage ? Optional.empty() : address(form.path("image_url")));
  }

  private Optional<Refusal> list(JsonNode elements) {
    return first(
        () -> rows(elements, "elements"),
        () -> blank(elements.path(0).path("subtitle"), "subtitle"),
        () -> each(elements, this::card));
  }

  private Optional<Refusal> card(JsonNode card) {
    return first(
        () -> blank(card.path("title"), "title"),
        () -> longerThan(card.path("title"), "title", TITLE),
        () -> longerThan(card.path("subtitle"), "subtitle", SUBTITLE));
  }

  private Optional<Refusal> button(JsonNode button) {
    JsonNode payload = button.path("payload");
    return first(
        () -> blank(button.path("title"), "title"),
        () -> longerThan(button.path("title"), "title", TITLE),
        () ->
            switch (button.path("type").asText()) {
              case "oa.query.show", "oa.query.hide" ->
                  first(
                      () -> blank(payload, "payload"), () -> longerThan(payload, "payload", QUERY));
              case "oa.open.url" -> address(payload.path("url"));
              case "oa.open.phone" -> blank(payload.path("phone_code"), "phone_code");
              case "oa.open.sms" ->
                  first(
                      () -> blank(payload.path("phone_code"), "phone_code"),
                      () -> longerThan(payload.path("content"), "content", SMS));
              default -> Optional.of(Refusal.invalid("type"));
            });
  }

  private Optional<Refusal> rows(JsonNode rows, String field) {
    if (!rows.isArray() || rows.isEmpty()) return Optional.of(Refusal.invalid(field));
    return rows.size() > ROWS ? Optional.of(tooLong(field, ROWS)) : Optional.empty();
  }

  private Refusal tooLong(String field, int most) {
    return new Refusal(
        -switches.value(Switch.TOO_LONG_CODE), Refusal.overLimit(field, most).message());
  }

  private static Optional<Refusal> blank(JsonNode text, String field) {
    boolean good = text.isTextual() && !text.asText().isBlank();
    return good ? Optional.empty() : Optional.of(Refusal.invalid(field));
  }

  private static Optional<Refusal> address(JsonNode url) {
    boolean good = url.asText().matches("https?://\\S{1,2000}");
    return good ? Optional.empty() : Optional.of(Refusal.invalid("url"));
  }

  private Optional<Refusal> longerThan(JsonNode text, String field, int most) {
    return length(text.asText()) > most ? Optional.of(tooLong(field, most)) : Optional.empty();
  }

  /** Once composed a diacritic costs nothing, however it was typed. */
  private int length(String written) {
    String composed = Normalizer.normalize(written, Normalizer.Form.NFC);
    return switch (switches.value(Switch.TEXT_LENGTH)) {
      case 1 -> composed.length();
      case 2 -> written.codePointCount(0, written.length());
      default -> composed.codePointCount(0, composed.length());
    };
  }

  private static Optional<Refusal> each(JsonNode rows, Function<JsonNode, Optional<Refusal>> rule) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(rule)
        .flatMap(Optional::stream)
        .findFirst();
  }

  @SafeVarargs
  private static Optional<Refusal> first(Supplier<Optional<Refusal>>... rules) {
    return Stream.of(rules).map(Supplier::get).flatMap(Optional::stream).findFirst();
  }
}
