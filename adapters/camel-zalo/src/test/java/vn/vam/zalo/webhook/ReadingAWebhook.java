package vn.vam.zalo.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.zalo.webhook.WebhookEvent.Echoed;
import vn.vam.zalo.webhook.WebhookEvent.FileReceived;
import vn.vam.zalo.webhook.WebhookEvent.Followed;
import vn.vam.zalo.webhook.WebhookEvent.ImageReceived;
import vn.vam.zalo.webhook.WebhookEvent.LocationReceived;
import vn.vam.zalo.webhook.WebhookEvent.MessageReceived;
import vn.vam.zalo.webhook.WebhookEvent.MessageSeen;
import vn.vam.zalo.webhook.WebhookEvent.Other;
import vn.vam.zalo.webhook.WebhookEvent.TextReceived;
import vn.vam.zalo.webhook.WebhookEvent.Unfollowed;
import vn.vam.zalo.webhook.WebhookEvent.Withdrawn;
import vn.vam.zalo.webhook.WebhookReading.Malformed;
import vn.vam.zalo.webhook.WebhookReading.Understood;

class ReadingAWebhook {
  private static final Instant THEN = Instant.ofEpochMilli(154390853474L);

  @Nested
  class OfEachKind {
    @ParameterizedTest
    @CsvSource({"follow, Followed", "unfollow, Unfollowed"})
    void a_follower_comes_or_goes(String name, String kind) {
      WebhookEvent event =
          understood(
              """
              {"oa_id":"388613280879808645","follower":{"id":"246"},"user_id_by_app":"5521",
               "event_name":"%s","source":"oa_profile","app_id":"36084","timestamp":"154390853474"}"""
                  .formatted(name));

      assertThat(event).isInstanceOfAny(Followed.class, Unfollowed.class);
      assertThat(event.getClass().getSimpleName()).isEqualTo(kind);
      assertThat(event.userId()).isEqualTo("246");
      assertThat(event.timestamp()).isEqualTo(THEN);
    }

    @Test
    void a_citizen_writes() {
      var event =
          as(
              TextReceived.class,
              message(
                  "user_send_text",
                  "{\"text\":\"do man xuan hoa\",\"msg_id\":\"96d3\",\"quote_msg_id\":\"95\"}"));

      assertThat(event.userId()).isEqualTo("citizen");
      assertThat(event.messageId()).isEqualTo("96d3");
      assertThat(event.text()).isEqualTo("do man xuan hoa");
      assertThat(event.quotedMessageId()).contains("95");
      assertThat(event.deliveryKey()).isEqualTo("user_send_text:96d3");
    }

    @Test
    void a_citizen_sends_a_picture() {
      var event =
          as(
              ImageReceived.class,
              message(
                  "user_send_image",
                  """
                  {"msg_id":"m","attachments":[{"type":"image","payload":{"thumbnail":"http://t","url":"http://img.example/1.jpg"}}]}"""));

      assertThat(event.images()).containsExactly(URI.create("http://img.example/1.jpg"));
      assertThat(event.caption()).isEqualTo(Optional.empty());
    }

    @Test
    void a_citizen_sends_a_file() {
      var event =
          as(
              FileReceived.class,
              message(
                  "user_send_file",
                  """
                  {"msg_id":"m","attachments":[{"type":"file","payload":{"size":"2048","name":"giay-hen.pdf","checksum":"0cc1","type":"pdf","url":"http://file.example/1"}}]}"""));

      assertThat(event.files()).containsExactly(URI.create("http://file.example/1"));
      assertThat(event.toString()).doesNotContain("giay-hen", "file.example");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          """
          {"msg_id":"m","attachments":[{"type":"location","payload":{"coordinates":{"latitude":"10.76","longitude":"106.66"}}}]}""",
          """
          {"msg_id":"m","location":{"latitude":10.76,"longitude":106.66}}"""
        })
    void a_citizen_sends_a_place_in_either_shape(String message) {
      var event = as(LocationReceived.class, message("user_send_location", message));

      assertThat(event.latitude()).isEqualTo(10.76);
      assertThat(event.longitude()).isEqualTo(106.66);
    }

    @Test
    void a_message_of_ours_reaches_the_phone() {
      var event = as(MessageReceived.class, ours("user_received_message", "{\"msg_id\":\"m\"}"));

      assertThat(event.userId()).isEqualTo("citizen");
      assertThat(event.messageId()).isEqualTo("m");
      assertThat(event.trackingId()).isEmpty();
    }

    @Test
    void a_message_by_phone_number_comes_with_our_tracking_id() {
      var event =
          as(
              MessageReceived.class,
              ours(
                  "user_received_message",
                  "{\"delivery_time\":\"1602960467432\",\"msg_id\":\"m\",\"tracking_id\":\"t-1\"}"));

      assertThat(event.trackingId()).contains("t-1");
    }

    @Test
    void messages_of_ours_are_seen() {
      assertThat(
              as(MessageSeen.class, ours("user_seen_message", "{\"msg_ids\":[\"a\",\"b\"]}"))
                  .messageIds())
          .isEqualTo(List.of("a", "b"));
      assertThat(
              as(MessageSeen.class, ours("user_seen_message", "{\"msg_id\":\"a\"}")).messageIds())
          .isEqualTo(List.of("a"));
    }

    @Test
    void our_own_message_comes_back() {
      var event =
          as(Echoed.class, ours("oa_send_text", "{\"text\":\"Nước mặn\",\"msg_id\":\"m\"}"));

      assertThat(event.userId()).isEqualTo("citizen");
      assertThat(event.text()).contains("Nước mặn");
      assertThat(event.byStaff()).isFalse();
    }

    @Test
    void a_person_at_the_office_writes() {
      var event =
          as(
              Echoed.class,
              """
              {"app_id":"1","sender":{"id":"oa","admin_id":"9"},"recipient":{"id":"citizen"},
               "event_name":"oa_send_image","message":{"msg_id":"m"},"timestamp":"154390853474"}""");

      assertThat(event.byStaff()).isTrue();
      assertThat(event.text()).isEmpty();
    }

    @Test
    void a_citizen_withdraws() {
      assertThat(
              as(
                      Withdrawn.class,
                      "{\"event_name\":\"user_withdraw\",\"user_id\":\"citizen\",\"timestamp\":154390853474}")
                  .userId())
          .isEqualTo("citizen");
    }

    @Test
    void anything_else_keeps_its_name() {
      assertThat(
              as(
                      Other.class,
                      "{\"app_id\":\"1\",\"oa_id\":\"2\",\"user_id\":\"citizen\",\"event_name\":\"user_click_chatnow\",\"timestamp\":\"154390853474\"}")
                  .eventName())
          .isEqualTo("user_click_chatnow");
    }

    @Test
    void an_event_about_nobody_has_no_user() {
      assertThat(
              as(
                      Other.class,
                      "{\"event_name\":\"change_template_status\",\"timestamp\":\"154390853474\"}")
                  .userId())
          .isEmpty();
    }
  }

  @Nested
  class ForTheSecondTime {
    @Test
    void a_repetition_has_the_same_key() {
      String follow =
          "{\"follower\":{\"id\":\"246\"},\"event_name\":\"follow\",\"timestamp\":\"154390853474\"}";

      assertThat(understood(follow).deliveryKey()).isEqualTo(understood(follow).deliveryKey());
    }

    @Test
    void an_event_without_message_id_is_known_by_name_time_and_citizen() {
      String follow =
          "{\"follower\":{\"id\":\"246\"},\"event_name\":\"follow\",\"timestamp\":\"154390853474\"}";

      assertThat(
              List.of(
                  understood(follow).deliveryKey(),
                  understood(follow.replace("follow\"", "unfollow\"")).deliveryKey(),
                  understood(follow.replace("246", "247")).deliveryKey(),
                  understood(follow.replace("154390853474", "154390853475")).deliveryKey()))
          .doesNotHaveDuplicates()
          .noneMatch(key -> key.contains("246"));
    }

    @Test
    void echo_and_receipt_of_one_message_are_two_events() {
      assertThat(understood(ours("oa_send_text", "{\"msg_id\":\"m\"}")).deliveryKey())
          .isNotEqualTo(
              understood(ours("user_received_message", "{\"msg_id\":\"m\"}")).deliveryKey());
    }
  }

  @Nested
  class ThatIsCrooked {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{'sender':{'id':'1'},'timestamp':'1','message':{'msg_id':'m','text':'a'}}|event_name",
          "{'event_name':'user_send_text','timestamp':'1','message':{'msg_id':'m','text':'a'}}|sender.id",
          "{'event_name':'user_send_text','sender':{'id':'1'},'message':{'msg_id':'m','text':'a'}}|timestamp",
          "{'event_name':'user_send_text','sender':{'id':'1'},'timestamp':'soon','message':{'msg_id':'m','text':'a'}}|timestamp",
          "{'event_name':'user_send_text','sender':{'id':'1'},'timestamp':'-1','message':{'msg_id':'m','text':'a'}}|timestamp",
          "{'event_name':'user_send_text','sender':{'id':'1'},'timestamp':'1','message':{'text':'a'}}|message.msg_id",
          "{'event_name':'user_send_text','sender':{'id':'1'},'timestamp':'1','message':{'msg_id':'m','text':5}}|message.text",
          "{'event_name':'user_send_text','sender':'x','timestamp':'1','message':[]}|sender.id",
          "{'event_name':'user_send_image','sender':{'id':'1'},'timestamp':'1','message':{'msg_id':'m'}}|message.attachments",
          "{'event_name':'user_send_image','sender':{'id':'1'},'timestamp':'1','message':{'msg_id':'m','attachments':[{'payload':{'url':'file:///etc/passwd'}}]}}|message.attachments.0.payload.url",
          "{'event_name':'user_send_location','sender':{'id':'1'},'timestamp':'1','message':{'msg_id':'m','location':{'latitude':'91','longitude':'1'}}}|message.location.latitude",
          "{'event_name':'user_send_location','sender':{'id':'1'},'timestamp':'1','message':{'msg_id':'m','location':{'latitude':'1','longitude':'NaN'}}}|message.location.longitude",
          "{'event_name':'user_send_location','sender':{'id':'1'},'timestamp':'1','message':{'msg_id':'m'}}|message.attachments.0.payload.coordinates.latitude",
          "{'event_name':'user_seen_message','recipient':{'id':'1'},'timestamp':'1','message':{}}|message.msg_ids",
          "{'event_name':'user_withdraw','timestamp':'1'}|user_id",
          "{'event_name':'follow','timestamp':'1'}|follower.id"
        },
        quoteCharacter = '~')
    void names_the_field(String body, String field) {
      assertThat(read(body.replace('\'', '"')))
          .isInstanceOfSatisfying(
              Malformed.class, malformed -> assertThat(malformed.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "1", "{", "{} {}", "\u0000"})
    void is_no_event_at_all(String body) {
      assertThat(read(body))
          .isInstanceOfSatisfying(
              Malformed.class, malformed -> assertThat(malformed.field()).isEmpty());
    }

    @Test
    void is_too_deep() {
      assertThat(read("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"))
          .isEqualTo(new Malformed("", "not JSON, or nested deeper than 32"));
    }

    @Test
    void is_too_long() {
      assertThat(WebhookEvents.read(new byte[256 * 1024 + 1]))
          .isEqualTo(new Malformed("", "longer than 262144 bytes"));
    }

    @Test
    void has_an_id_nobody_would_store() {
      assertThat(read(message("user_send_text", "{\"msg_id\":\"" + "9".repeat(257) + "\"}")))
          .isEqualTo(new Malformed("message.msg_id", "longer than 256 characters"));
    }

    @Test
    void is_not_text_in_any_encoding() {
      assertThat(WebhookEvents.read(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
          .isInstanceOf(Malformed.class);
    }
  }

  @Test
  void prints_neither_people_nor_what_they_say() {
    List<WebhookEvent> events =
        List.of(
            understood(message("user_send_text", "{\"text\":\"bí mật\",\"msg_id\":\"m\"}")),
            understood(
                message(
                    "user_send_location",
                    "{\"msg_id\":\"m\",\"location\":{\"latitude\":10.76,\"longitude\":106.66}}")),
            understood(ours("oa_send_text", "{\"text\":\"bí mật\",\"msg_id\":\"m\"}")),
            understood(ours("user_seen_message", "{\"msg_ids\":[\"m\"]}")),
            understood(ours("user_received_message", "{\"msg_id\":\"m\"}")));

    assertThat(events.toString())
        .doesNotContain("citizen")
        .doesNotContain("bí mật")
        .doesNotContain("10.76");
    assertThat(new Understood(events.getFirst()).toString()).doesNotContain("bí mật");
  }

  private static String message(String event, String message) {
    return """
        {"app_id":"36084","sender":{"id":"citizen"},"user_id_by_app":"5521","recipient":{"id":"oa"},\
        "event_name":"%s","message":%s,"timestamp":"154390853474"}"""
        .formatted(event, message);
  }

  private static String ours(String event, String message) {
    return """
        {"app_id":"36084","sender":{"id":"oa"},"recipient":{"id":"citizen"},\
        "event_name":"%s","message":%s,"timestamp":"154390853474"}"""
        .formatted(event, message);
  }

  private static WebhookReading read(String body) {
    return WebhookEvents.read(body.getBytes(UTF_8));
  }

  private static WebhookEvent understood(String body) {
    return ((Understood) read(body)).event();
  }

  private static <T extends WebhookEvent> T as(Class<T> kind, String body) {
    return kind.cast(understood(body));
  }
}
