package vn.vam.zalo;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the platform accepts in a text message, checked before it is asked. Counted in UTF-16 units
 * after NFC, the strictest reading of "characters".
 */
final class TextLimits {
  static final int TEXT = 2000;
  static final int BUTTONS = 5;
  static final int TITLE = 100;
  static final int PAYLOAD = 1000;
  static final int SMS = 160;

  private TextLimits() {}

  static TextMessage normalised(TextMessage message) {
    return new TextMessage(
        message.userId(),
        Texts.nfc(message.text()),
        message.buttons().stream().map(TextLimits::normalised).toList());
  }

  static Optional<String> complaint(TextMessage message) {
    return Stream.concat(
            Stream.of(
                Recipients.complaint(message.userId()),
                length("text", message.text(), TEXT),
                count(message)),
            message.buttons().stream().map(TextLimits::complaint))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Button normalised(Button button) {
    return switch (button) {
      case Button.QueryShown(String title, String payload) ->
          new Button.QueryShown(Texts.nfc(title), Texts.nfc(payload));
      case Button.QueryHidden(String title, String payload) ->
          new Button.QueryHidden(Texts.nfc(title), Texts.nfc(payload));
      case Button.OpenUrl open -> new Button.OpenUrl(Texts.nfc(open.title()), open.url());
      case Button.OpenPhone call -> new Button.OpenPhone(Texts.nfc(call.title()), call.phone());
      case Button.OpenSms(String title, String content, String phone) ->
          new Button.OpenSms(Texts.nfc(title), Texts.nfc(content), phone);
    };
  }

  private static Optional<String> complaint(Button button) {
    return length("button title", button.title(), TITLE).or(() -> payload(button));
  }

  private static Optional<String> payload(Button button) {
    return switch (button) {
      case Button.QueryShown query -> length("button payload", query.payload(), PAYLOAD);
      case Button.QueryHidden query -> length("button payload", query.payload(), PAYLOAD);
      case Button.OpenUrl open -> url(open);
      case Button.OpenPhone call -> phone(call.phone());
      case Button.OpenSms sms ->
          length("SMS content", sms.content(), SMS).or(() -> phone(sms.phone()));
    };
  }

  private static Optional<String> count(TextMessage message) {
    int count = message.buttons().size();
    return complain(
        count > BUTTONS, "%d buttons, at most %d are allowed".formatted(count, BUTTONS));
  }

  static Optional<String> length(String what, String text, int most) {
    return complain(text.isBlank(), what + " is empty")
        .or(
            () ->
                complain(
                    text.length() > most,
                    "%s has %d characters, at most %d are allowed"
                        .formatted(what, text.length(), most)))
        .or(() -> complain(!Texts.isWellFormed(text), what + " holds half a character"));
  }

  private static Optional<String> url(Button.OpenUrl open) {
    return web("button address", open.url());
  }

  static Optional<String> web(String what, URI address) {
    boolean web = isWeb(address.getScheme()) && address.toASCIIString().length() <= PAYLOAD;
    return complain(!web, what + " must be http or https and at most 1000 characters");
  }

  static boolean isWeb(@Nullable String scheme) {
    return Objects.equals(scheme, "https") || Objects.equals(scheme, "http");
  }

  private static Optional<String> phone(String phone) {
    return complain(!phone.matches("84\\d{6,12}"), "button phone must be 84 and 6 to 12 digits");
  }

  static Optional<String> complain(boolean wrong, String complaint) {
    return wrong ? Optional.of(complaint) : Optional.empty();
  }
}
