package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.zalo.ZaloResult.Refused;
import vn.vam.zalo.ZaloResult.Sent;

class RefusingATextBeforeSending {
  private final Hub hub = new Hub();

  @AfterEach
  void stop() {
    hub.close();
  }

  static Stream<Arguments> tooMuch() {
    return Stream.of(
        row("an empty text", text(" "), "text is empty"),
        row("a long text", text("a".repeat(2001)), "text has 2001 characters, at most 2000"),
        row("half a character", text("a\ud83d"), "text holds half a character"),
        row("nobody", TextMessage.of("", "a"), "user id must be"),
        row("a crooked recipient", TextMessage.of("1\n2", "a"), "user id must be"),
        row("six buttons", buttons(Collections.nCopies(6, query("a", "b"))), "6 buttons"),
        row("a long title", buttons(List.of(query("t".repeat(101), "b"))), "button title has 101"),
        row("a long payload", buttons(List.of(query("t", "p".repeat(1001)))), "button payload has"),
        row(
            "a script as address",
            buttons(List.of(new Button.OpenUrl("t", URI.create("javascript:alert(1)")))),
            "button address must be http"),
        row(
            "a phone number with zero",
            buttons(List.of(new Button.OpenPhone("t", "0900000000"))),
            "button phone must be 84"),
        row(
            "a long SMS",
            buttons(List.of(new Button.OpenSms("t", "s".repeat(161), "84900000000"))),
            "SMS content has 161"));
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void says_what_is_too_much_and_asks_nobody(TextMessage message, String complaint) {
    assertThat(hub.send(message))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(Refused.LOCAL);
              assertThat(refused.message()).contains(complaint);
              assertThat(refused.errorClass()).isEqualTo(ErrorClass.PERMANENT);
            });
    assertThat(hub.platform.requests()).isEmpty();
  }

  @Test
  void counts_after_composing_so_that_decomposed_text_of_2000_letters_passes() {
    hub.platform.on(Platform.TEXT, Platform.SENT);

    assertThat(hub.send("a\u0302".repeat(2000))).isInstanceOf(Sent.class);
  }

  @Test
  void takes_everything_at_its_limit() {
    hub.platform.on(Platform.TEXT, Platform.SENT);
    Button full = query("t".repeat(100), "p".repeat(1000));

    assertThat(hub.send(new TextMessage("u1", "a".repeat(2000), Collections.nCopies(5, full))))
        .isInstanceOf(Sent.class);
  }

  private static Arguments row(String name, TextMessage message, String complaint) {
    return argumentSet(name, message, complaint);
  }

  private static TextMessage text(String text) {
    return TextMessage.of("u1", text);
  }

  private static TextMessage buttons(List<Button> buttons) {
    return new TextMessage("u1", "text", buttons);
  }

  private static Button query(String title, String payload) {
    return new Button.QueryShown(title, payload);
  }
}
