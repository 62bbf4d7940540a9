package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.zalo.ZaloResult.Refused;

class EveryErrorCode {
  private final Hub hub = new Hub();

  @AfterEach
  void stop() {
    hub.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "-32, BACK_OFF",
    "-100, REUPLOAD",
    "-200, RETRY_ONCE",
    "-201, PERMANENT",
    "-204, HUMAN",
    "-205, HUMAN",
    "-209, HUMAN",
    "-210, PERMANENT",
    "-211, LATER",
    "-212, HUMAN",
    "-213, RECIPIENT",
    "-214, LATER",
    "-217, RECIPIENT",
    "-218, RECIPIENT",
    "-219, HUMAN",
    "-221, HUMAN",
    "-223, HUMAN",
    "-224, HUMAN",
    "-227, RECIPIENT",
    "-230, RECIPIENT",
    "-231, RECIPIENT",
    "-232, RECIPIENT",
    "-233, PERMANENT",
    "-234, AFTER_NIGHT",
    "-235, PERMANENT",
    "-237, PERMANENT",
    "-238, PERMANENT",
    "-240, PERMANENT",
    "-241, PERMANENT",
    "-242, HUMAN",
    "-244, RECIPIENT",
    "-248, HUMAN",
    "-249, PERMANENT",
    "-320, HUMAN",
    "-321, HUMAN",
    "-403, PERMANENT",
    "-9999, UNKNOWN"
  })
  void tells_what_to_do_and_sends_nothing_again(int code, ErrorClass errorClass) {
    hub.platform.on(Platform.TEXT, Platform.error(code, "as the platform says"));

    assertThat(hub.send("xin chào"))
        .isEqualTo(new Refused(code, "as the platform says", errorClass));
    assertThat(hub.platform.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"-216", "-220"})
  void an_invalid_token_is_replaced_once_and_then_reported(int code) {
    hub.platform
        .on(Platform.TEXT, Platform.error(code, "token"), Platform.error(code, "token"))
        .on(Platform.TOKEN, Platform.tokens("access-2", "refresh-2"));

    assertThat(hub.send("xin chào")).isEqualTo(new Refused(code, "token", ErrorClass.REFRESH_ONCE));
    assertThat(hub.platform.requests(Platform.TEXT)).hasSize(2);
    assertThat(hub.platform.requests(Platform.TOKEN)).hasSize(1);
  }

  @Test
  void has_a_row_here_or_above() {
    long known =
        IntStream.rangeClosed(-20_000, 0)
            .filter(code -> ErrorCodes.OFFICIAL_ACCOUNT.classOf(code) != ErrorClass.UNKNOWN)
            .count();

    assertThat(known).isEqualTo(38);
  }

  @Test
  void may_come_as_a_quoted_string_under_any_http_status() {
    hub.platform.on(
        Platform.TEXT,
        FakePlatform.Reply.http(
            500, "application/json", "{\"error\":\"-200\",\"message\":\"Send failed\"}", ""));

    assertThat(hub.send("xin chào"))
        .isEqualTo(new Refused(-200, "Send failed", ErrorClass.RETRY_ONCE));
  }

  @Test
  void comes_with_a_message_made_fit_for_a_log_line() {
    hub.platform.on(Platform.TEXT, Platform.error(-201, "a\\nb" + "x".repeat(500)));

    assertThat(hub.send("xin chào"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.message()).hasSize(201).startsWith("a bx").endsWith("…"));
  }
}
