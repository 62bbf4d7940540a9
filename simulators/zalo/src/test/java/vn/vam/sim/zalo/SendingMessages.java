package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingMessages {
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World();
    world.sim("u1", "follow", "");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_text_is_accepted_with_an_id_and_a_quota() throws Exception {
    JsonNode answer = world.say("u1", "Xin chào");

    assertThat(answer.path("error").asInt()).isZero();
    assertThat(answer.path("message").asText()).isEqualTo("Success");
    assertThat(answer.at("/data/message_id").asText()).isNotEmpty();
    assertThat(answer.at("/data/user_id").asText()).isEqualTo("u1");
    assertThat(answer.at("/data/sent_time").asText()).isEqualTo("1773291600000");
    assertThat(answer.at("/data/quota/quota_type").asText()).isEqualTo("reply");
  }

  @Test
  void a_text_is_seen_on_the_phone_unescaped() throws Exception {
    String id = world.say("u1", "Xuân Hòa 🌾").at("/data/message_id").asText();

    HttpResponse<String> seen = world.get("/_sim/messages?user=u1");

    assertThat(seen.body()).contains("\"Xuân Hòa 🌾\"").contains(id).contains("\"kind\":\"text\"");
  }

  @Test
  void after_48_hours_a_message_is_accepted_without_a_quota() throws Exception {
    world.clock.turn(Duration.ofHours(49));
    world.token("grant_type=refresh_token&refresh_token=first-refresh");

    JsonNode answer = sayWithFreshToken("u1");

    assertThat(answer.path("error").asInt()).isZero();
    assertThat(answer.path("data").has("quota")).isFalse();
  }

  @Test
  void after_seven_days_of_silence_a_message_is_refused() throws Exception {
    world.clock.turn(Duration.ofDays(8));
    world.token("grant_type=refresh_token&refresh_token=first-refresh");

    assertThat(sayWithFreshToken("u1").path("error").asInt()).isEqualTo(-230);
  }

  @Test
  void who_has_left_is_not_reached() throws Exception {
    world.sim("u1", "unfollow", "");

    assertThat(world.say("u1", "Xin chào").path("error").asInt()).isEqualTo(-213);
  }

  @Test
  void who_writes_without_following_may_be_answered() throws Exception {
    world.sim("visitor", "text", "{\"text\":\"alo\"}");

    assertThat(world.say("visitor", "Xin chào").path("error").asInt()).isZero();
  }

  @Test
  void an_unknown_person_is_an_invalid_user_id() throws Exception {
    JsonNode answer = world.say("nobody", "Xin chào");

    assertThat(answer.path("error").asInt()).isEqualTo(-201);
    assertThat(answer.path("message").asText()).isEqualTo("user_id is invalid!");
  }

  @Test
  void two_thousand_characters_are_counted_composed() throws Exception {
    String decomposed = Normalizer.normalize("ậ".repeat(2000), Normalizer.Form.NFD);

    assertThat(world.say("u1", decomposed).path("error").asInt()).isZero();
    assertThat(world.say("u1", decomposed + "x").path("error").asInt()).isEqualTo(-210);
  }

  @Test
  void a_reply_may_name_the_message_instead_of_the_person() throws Exception {
    String id = world.sim("u1", "text", "{\"text\":\"alo\"}").path("message_id").asText();

    HttpResponse<String> answer =
        world.message(
            "{\"recipient\":{\"message_id\":\"" + id + "\"},\"message\":{\"text\":\"nghe đây\"}}");

    assertThat(World.json(answer).at("/data/user_id").asText()).isEqualTo("u1");
  }

  @ParameterizedTest(name = "{0} gives {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "an empty text | {\"text\":\"  \"} | -201",
        "no message | {} | -201",
        "six buttons | {\"text\":\"a\",\"attachment\":{\"type\":\"template\",\"payload\":{\"buttons\":[{},{},{},{},{},{}]}}} | -210",
        "a button without title | {\"text\":\"a\",\"attachment\":{\"type\":\"template\",\"payload\":{\"buttons\":[{\"type\":\"oa.query.show\",\"payload\":\"#a\"}]}}} | -201",
        "a button of no known type | {\"text\":\"a\",\"attachment\":{\"type\":\"template\",\"payload\":{\"buttons\":[{\"title\":\"t\",\"type\":\"x\"}]}}} | -201",
        "a list without subtitle | {\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"list\",\"elements\":[{\"title\":\"t\"}]}}} | -201",
        "a form without words | {\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"request_user_info\",\"elements\":[{\"title\":\"t\"}]}}} | -201",
        "an upload that is gone | {\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"media\",\"elements\":[{\"media_type\":\"image\",\"attachment_id\":\"x\"}]}}} | -100",
        "an attachment of another kind | {\"attachment\":{\"type\":\"hologram\"}} | -233"
      })
  void what_breaks_a_rule_is_refused(String situation, String message, int code) throws Exception {
    HttpResponse<String> answer =
        world.message("{\"recipient\":{\"user_id\":\"u1\"},\"message\":" + message + "}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(World.error(answer)).as(situation).isEqualTo(code);
  }

  @Test
  void buttons_pictures_lists_and_templates_reach_the_phone() throws Exception {
    attach(
        "\"text\":\"Chọn\",",
        "{\"buttons\":[{\"title\":\"Hồ sơ\",\"type\":\"oa.query.show\",\"payload\":\"#tracuuhoso\"}]}");
    attach(
        "",
        "{\"template_type\":\"media\",\"elements\":[{\"media_type\":\"image\",\"url\":\"http://127.0.0.1/a.png\"}]}");
    attach(
        "", "{\"template_type\":\"list\",\"elements\":[{\"title\":\"Tin\",\"subtitle\":\"mới\"}]}");
    world.post(
        "/v3.0/oa/message/template",
        "{\"recipient\":{\"user_id\":\"u1\"},\"template_id\":\"t1\",\"template_data\":{\"ten\":\"Sáu\"}}",
        "access_token",
        "first-access");

    assertThat(world.messages("?user=u1").findValuesAsText("kind"))
        .containsExactly("buttons", "image", "list", "template");
    assertThat(world.messages("?user=u1").at("/0/buttons/0/payload").asText())
        .isEqualTo("#tracuuhoso");
  }

  @Test
  void a_form_reaches_the_phone_and_needs_a_picture_only_where_that_is_switched_on()
      throws Exception {
    String form =
        "{\"template_type\":\"request_user_info\",\"elements\":[{\"title\":\"Số\",\"subtitle\":\"Để báo\"}]}";
    attach("", form);

    JsonNode seen = world.messages("?user=u1").path(0);
    assertThat(seen.path("kind").asText()).isEqualTo("form");
    assertThat(seen.at("/elements/0/subtitle").asText()).isEqualTo("Để báo");
    world.post("/_sim/switches", "{\"form-image\":1}");
    HttpResponse<String> refused =
        world.message(
            "{\"recipient\":{\"user_id\":\"u1\"},\"message\":{\"attachment\":{\"type\":\"template\",\"payload\":"
                + form
                + "}}}");
    assertThat(World.error(refused)).isEqualTo(-201);
  }

  @Test
  void every_answer_tells_what_is_left_of_the_minute() throws Exception {
    HttpResponse<String> answer = world.sayRaw("u1", "một");

    assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains("4000");
    assertThat(answer.headers().firstValue("X-RateLimit-Remain")).contains("3999");
  }

  @Test
  void one_call_too_many_waits_for_the_next_minute() throws Exception {
    try (World small = new World(List.of(Duration.ofMillis(50)), 2)) {
      small.sim("u1", "follow", "");
      small.say("u1", "một");
      small.say("u1", "hai");

      assertThat(small.say("u1", "ba").path("error").asInt()).isEqualTo(-32);
      small.clock.turn(Duration.ofMinutes(1));
      assertThat(small.say("u1", "bốn").path("error").asInt()).isZero();
    }
  }

  @Test
  void a_body_beyond_the_limit_is_not_read() throws Exception {
    assertThat(world.sayRaw("u1", "x".repeat(80_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void a_person_can_be_asked_about() throws Exception {
    JsonNode detail = world.ask("/v3.0/oa/user/detail", "{\"user_id\":\"u1\"}").path("data");

    assertThat(detail.path("user_is_follower").asBoolean()).isTrue();
    assertThat(detail.path("user_last_interaction_date").asText()).isEqualTo("12/03/2026");
  }

  @Test
  void a_conversation_is_told_newest_first_from_both_sides() throws Exception {
    world.sim("u1", "text", "{\"text\":\"alo\"}");
    world.say("u1", "nghe đây");

    JsonNode rows =
        world.ask("/v2.0/oa/conversation", "{\"user_id\":\"u1\",\"offset\":0,\"count\":5}");

    assertThat(rows.path("data").findValuesAsText("message")).containsExactly("nghe đây", "alo");
    assertThat(rows.path("data").findValuesAsText("src")).containsExactly("0", "1");
  }

  @Test
  void a_question_that_is_no_json_is_refused() throws Exception {
    assertThat(world.ask("/v2.0/oa/conversation", "user_id=u1").path("error").asInt())
        .isEqualTo(-201);
  }

  private void attach(String text, String payload) throws Exception {
    HttpResponse<String> answer =
        world.message(
            "{\"recipient\":{\"user_id\":\"u1\"},\"message\":{%s\"attachment\":{\"type\":\"template\",\"payload\":%s}}}"
                .formatted(text, payload));
    assertThat(World.error(answer)).as(answer.body()).isZero();
  }

  private JsonNode sayWithFreshToken(String user) throws Exception {
    String token = World.json(world.get("/_sim/state")).at("/tokens/access/token").asText();
    return World.json(
        world.post(
            "/v3.0/oa/message/cs",
            "{\"recipient\":{\"user_id\":\""
                + user
                + "\"},\"message\":{\"text\":\"còn đó không\"}}",
            "access_token",
            token));
  }
}
