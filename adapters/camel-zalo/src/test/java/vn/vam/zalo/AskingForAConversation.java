package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.vam.zalo.Conversation.Line;
import vn.vam.zalo.FakePlatform.Reply;
import vn.vam.zalo.ZaloResult.Answered;
import vn.vam.zalo.ZaloResult.Refused;

class AskingForAConversation {
  private final Hub hub = new Hub();

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void asks_for_the_newest_ten() {
    hub.platform.on(Platform.CONVERSATION, Reply.json("{\"error\":0,\"data\":[]}"));

    ask("123");

    assertThat(
            URLDecoder.decode(hub.platform.requests().getFirst().target(), StandardCharsets.UTF_8))
        .isEqualTo(Platform.CONVERSATION + "?data={\"user_id\":\"123\",\"offset\":0,\"count\":10}");
  }

  @Test
  void returns_who_said_what_and_when() {
    hub.platform.on(
        Platform.CONVERSATION,
        Reply.json(
            """
            {"data":[{"src":0,"time":1626926349402,"type":"text","message":"Nước mặn","message_id":"m-2","from_id":"9"},
             {"src":1,"time":"1626926340000","type":"text","message":"do man","message_id":"m-1","from_id":"123"}],
             "error":0,"message":"Success"}"""));

    assertThat(ask("123"))
        .isEqualTo(
            new Answered(
                new Conversation(
                    Instant.MIN,
                    List.of(
                        new Line(true, "m-2", "Nước mặn", Instant.ofEpochMilli(1626926349402L)),
                        new Line(false, "m-1", "do man", Instant.ofEpochMilli(1626926340000L))))));
  }

  @Test
  void says_since_when_nothing_is_left_out() {
    String rows =
        IntStream.rangeClosed(1, 10)
            .mapToObj(
                n ->
                    "{\"src\":0,\"time\":%d,\"message\":\"a\",\"message_id\":\"m-%d\"}"
                        .formatted(10_000 - n, n))
            .collect(Collectors.joining(","));
    hub.platform.on(Platform.CONVERSATION, Reply.json("{\"error\":0,\"data\":[" + rows + "]}"));

    assertThat(ask("123"))
        .isInstanceOfSatisfying(
            Answered.class,
            answered ->
                assertThat(((Conversation) answered.answer()).since())
                    .isEqualTo(Instant.ofEpochMilli(9_990)));
  }

  @Test
  void leaves_out_rows_without_id_or_time_and_says_so() {
    hub.platform.on(
        Platform.CONVERSATION,
        Reply.json(
            "{\"error\":0,\"data\":[{\"src\":0,\"message\":\"a\"},{\"time\":\"soon\",\"message_id\":\"m\"},7]}"));

    assertThat(ask("123")).isEqualTo(new Answered(new Conversation(Instant.MAX, List.of())));
  }

  @Test
  void shows_nothing_of_it_when_printed() {
    Line line = new Line(true, "m-2", "Nước mặn", Instant.EPOCH);

    assertThat(line + " " + new Conversation(Instant.MIN, List.of(line)))
        .doesNotContain("mặn", "m-2");
  }

  @Test
  void refuses_a_crooked_user_id_without_asking() {
    assertThat(ask(" ")).isInstanceOf(Refused.class);
    assertThat(hub.platform.requests()).isEmpty();
  }

  private ZaloResult ask(String userId) {
    return hub.template().requestBody("zalo:conversation", userId, ZaloResult.class);
  }
}
