package vn.vam.sim.zalo.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the platform demands of a consultation message; the first breach is the answer. */
final class MessageRules {
  private static final int TEXT = 2000;
  private static final int TITLE = 100;
  private static final int SUBTITLE = 500;
  private static final int QUERY = 1000;
  private static final int SMS = 160;
  private static final int ROWS = 5;

  private MessageRules() {}

  static Optional<Refusal> breach(JsonNode message) {
    JsonNode attachment = message.path("attachment");
    return first(
        () -> longerThan(message.path("text"), "text", TEXT),
        () ->
            attachment.isMissingNode() ? blank(message.path("text"), "text") : attachment(message));
  }

  private static Optional<Refusal> attachment(JsonNode message) {
    JsonNode payload = message.path("attachment").path("payload");
    if (!message.path("attachment").path("type").asText().equals("template")) {
      return Optional.of(Refusal.UNSUPPORTED);
    }
    return switch (payload.path("template_type").asText()) {
      case "media" -> media(payload.path("elements"));
      case "list" -> list(payload.path("elements"));
      case "" ->
          first(
              () -> blank(message.path("text"), "text"),
              () -> rows(payload.path("buttons"), "buttons"),
              () -> each(payload.path("buttons"), MessageRules::button));
      default -> Optional.of(Refusal.UNSUPPORTED);
    };
  }

  private static Optional<Refusal> media(JsonNode elements) {
    JsonNode media = elements.path(0);
    if (elements.size() != 1) return Optional.of(Refusal.invalid("elements"));
    if (!media.path("media_type").asText().equals("image")) return Optional.of(Refusal.UNSUPPORTED);
    if (media.path("url").isTextual() == media.path("attachment_id").isTextual()) {
      return Optional.of(Refusal.invalid("url"));
    }
    return media.has("attachment_id")
        ? Optional.of(Refusal.ATTACHMENT_EXPIRED)
        : address(media.path("url"));
  }

  private static Optional<Refusal> list(JsonNode elements) {
    return first(
        () -> rows(elements, "elements"),
        () -> blank(elements.path(0).path("subtitle"), "subtitle"),
        () -> each(elements, MessageRules::card));
  }

  private static Optional<Refusal> card(JsonNode card) {
    return first(
        () -> blank(card.path("title"), "title"),
        () -> longerThan(card.path("title"), "title", TITLE),
        () -> longerThan(card.path("subtitle"), "subtitle", SUBTITLE));
  }

  private static Optional<Refusal> button(JsonNode button) {
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

  private static Optional<Refusal> rows(JsonNode rows, String field) {
    if (!rows.isArray() || rows.isEmpty()) return Optional.of(Refusal.invalid(field));
    return rows.size() > ROWS ? Optional.of(Refusal.overLimit(field, ROWS)) : Optional.empty();
  }

  private static Optional<Refusal> blank(JsonNode text, String field) {
    boolean good = text.isTextual() && !text.asText().isBlank();
    return good ? Optional.empty() : Optional.of(Refusal.invalid(field));
  }

  private static Optional<Refusal> address(JsonNode url) {
    boolean good = url.asText().matches("https?://\\S{1,2000}");
    return good ? Optional.empty() : Optional.of(Refusal.invalid("url"));
  }

  /**
   * Counts code points of the composed form, so that a diacritic costs nothing however it was
   * typed.
   */
  private static Optional<Refusal> longerThan(JsonNode text, String field, int most) {
    String composed = Normalizer.normalize(text.asText(), Normalizer.Form.NFC);
    return composed.codePointCount(0, composed.length()) > most
        ? Optional.of(Refusal.overLimit(field, most))
        : Optional.empty();
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
