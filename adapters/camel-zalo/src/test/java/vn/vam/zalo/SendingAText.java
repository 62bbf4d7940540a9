package vn.vam.zalo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.zalo.Platform.SENT;
import static vn.vam.zalo.Platform.TEXT;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.vam.zalo.FakePlatform.Reply;
import vn.vam.zalo.ZaloResult.Sent;

class SendingAText {
  private final Hub hub = new Hub();

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void posts_recipient_and_text_with_the_token_in_its_own_header() throws IOException {
    hub.platform.on(TEXT, SENT);

    hub.send("Nước đã mặn");

    var request = hub.platform.requests().getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo(TEXT);
    assertThat(request.headers())
        .containsEntry("access_token", "access-1")
        .containsEntry("content-type", "application/json")
        .doesNotContainKeys("authorization", "appsecret_proof");
    assertSameJson(
        request.body(),
        """
        {"recipient":{"user_id":"2512523625412515"},"message":{"text":"Nước đã mặn"}}""");
  }

  @Test
  void returns_message_id_time_and_quota() {
    hub.platform.on(TEXT, SENT);

    assertThat(hub.send("xin chào"))
        .isEqualTo(
            new Sent(
                "a1b2c3",
                Instant.ofEpochMilli(1626926349402L),
                Optional.of(new Quota("reply", OptionalLong.of(8), OptionalLong.of(8)))));
  }

  @Test
  void understands_a_billed_message_without_quota() {
    hub.platform.on(
        TEXT,
        Reply.json(
            """
            {"data":{"message_id":"m","user_id":"u","sent_time":1626926349402},"error":"0","message":"Success"}"""));

    assertThat(hub.send("xin chào"))
        .isEqualTo(new Sent("m", Instant.ofEpochMilli(1626926349402L), Optional.empty()));
  }

  @Test
  void normalises_vietnamese_to_composed_characters() throws IOException {
    hub.platform.on(TEXT, SENT);

    hub.send("Xua\u0302n Ho\u0300a");

    assertThat(text(hub.platform.requests().getFirst().body())).isEqualTo("Xu\u00e2n H\u00f2a");
  }

  @Test
  void takes_plain_text_with_the_recipient_in_a_header() throws IOException {
    hub.platform.on(TEXT, SENT);

    Object result =
        hub.template().requestBodyAndHeader("zalo:text", "xin chào", ZaloHeaders.USER_ID, "77");

    assertThat(result).isInstanceOf(Sent.class);
    assertSameJson(
        hub.platform.requests().getFirst().body(),
        """
        {"recipient":{"user_id":"77"},"message":{"text":"xin chào"}}""");
  }

  @Test
  void writes_each_kind_of_button() throws IOException {
    hub.platform.on(TEXT, SENT);

    hub.send(
        new TextMessage(
            "77",
            "Chọn",
            List.of(
                new Button.QueryShown("Tra cứu hồ sơ", "#tracuuhoso"),
                new Button.QueryHidden("Độ mặn", "do man"),
                new Button.OpenUrl("Cổng DVC", URI.create("https://dvc.example")),
                new Button.OpenPhone("Gọi", "84900000000"),
                new Button.OpenSms("SMS", "hi", "84900000000"))));

    assertSameJson(
        hub.platform.requests().getFirst().body(),
        """
        {"recipient":{"user_id":"77"},"message":{"text":"Chọn","attachment":{"type":"template","payload":{"buttons":[
         {"title":"Tra cứu hồ sơ","type":"oa.query.show","payload":"#tracuuhoso"},
         {"title":"Độ mặn","type":"oa.query.hide","payload":"do man"},
         {"title":"Cổng DVC","type":"oa.open.url","payload":{"url":"https://dvc.example"}},
         {"title":"Gọi","type":"oa.open.phone","payload":{"phone_code":"84900000000"}},
         {"title":"SMS","type":"oa.open.sms","payload":{"content":"hi","phone_code":"84900000000"}}]}}}}""");
  }

  @Test
  void adds_the_proof_when_the_console_demands_it() {
    try (Hub proving = new Hub(MemoryStore.with(Platform.pair("access-1", "refresh-1")), true)) {
      proving.platform.on(TEXT, SENT);

      proving.send("xin chào");

      // printf access-1 | openssl dgst -sha256 -hmac app-secret-value
      assertThat(proving.platform.requests().getFirst().headers())
          .containsEntry(
              "appsecret_proof",
              "517e38cf59b64dba1e80aee4c9af5ca9561801a65e9a0100c5ce9b6d9210d23e");
    }
  }

  @Test
  void tells_the_observer_what_how_and_how_many_requests_are_left() {
    hub.platform.on(TEXT, SENT);

    hub.send("xin chào");

    assertThat(hub.observed)
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.operation()).isEqualTo("text");
              assertThat(seen.outcome()).isEqualTo("sent");
              assertThat(seen.took()).isPositive();
              assertThat(seen.rateRemaining()).hasValue(3999);
            });
  }

  private static void assertSameJson(String actual, String expected) throws IOException {
    assertThat(LimitedJson.read(actual.getBytes(UTF_8)))
        .isEqualTo(LimitedJson.read(expected.getBytes(UTF_8)));
  }

  private static String text(String body) throws IOException {
    return LimitedJson.read(body.getBytes(UTF_8)).path("message").path("text").asText();
  }
}
