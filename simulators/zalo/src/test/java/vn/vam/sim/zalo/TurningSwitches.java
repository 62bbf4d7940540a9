package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vam.sim.zalo.choice.Switch;

/** What is not certain of the platform, both ways: the default first, then switched. */
class TurningSwitches {
  private static final String REFRESH = "grant_type=refresh_token&refresh_token=";
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

  @ParameterizedTest
  @EnumSource(Switch.class)
  void each_stands_in_the_readme_with_its_default_and_its_positions(Switch which) throws Exception {
    String shown =
        "| `%s` | %d | %s |".formatted(which.word(), which.standard(), which.positions());

    assertThat(Files.readString(Path.of("README.md"))).contains(shown);
    assertThat(
            World.json(world.get("/_sim/switches")).path(which.word()).path("positions").asText())
        .isEqualTo(which.positions());
  }

  @Test
  void one_that_is_none_is_refused_with_those_there_are_and_nothing_is_turned() throws Exception {
    HttpResponse<String> answer = world.post("/_sim/switches", "{\"night-zns\":0,\"moonlight\":1}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(World.json(answer).path("detail").asText())
        .startsWith("there is no switch moonlight, there are [night-cs, ");
    assertThat(World.json(world.get("/_sim/switches")).at("/night-zns/value").asInt()).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"too-long-code\":205} | too-long-code is 201 or 210, was 205",
        "{\"night-zns\":true} | night-zns is 0 or 1, was true",
        "{\"zns-daily\":-1} | zns-daily is 0 to 1000000, was -1",
        "[] | expected switches and their positions: {\"night-zns\":0}"
      })
  void a_position_that_is_none_is_refused_with_those_there_are(String order, String detail)
      throws Exception {
    HttpResponse<String> answer = world.post("/_sim/switches", order);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(World.json(answer).path("detail").asText()).isEqualTo(detail);
  }

  @Test
  void how_long_a_text_is() throws Exception {
    String pairs = "🌾".repeat(1_500);
    String decomposed = Normalizer.normalize("ậ".repeat(1_500), Normalizer.Form.NFD);
    assertThat(List.of(said(pairs), said(decomposed))).containsExactly(0, 0);

    world.turn("\"text-length\":1");
    assertThat(List.of(said(pairs), said(decomposed))).containsExactly(-210, 0);

    world.turn("\"text-length\":2");
    assertThat(List.of(said(pairs), said(decomposed))).containsExactly(0, -210);
  }

  @Test
  void which_code_a_dead_token_has() throws Exception {
    world.token(REFRESH + "first-refresh");
    assertThat(said("alo")).isEqualTo(-220);

    world.turn("\"dead-token-code\":216");
    assertThat(said("alo")).isEqualTo(-216);
  }

  @Test
  void which_codes_mistakes_with_tokens_have() throws Exception {
    assertThat(mistakesWithTokens()).containsExactly(-14001, -14010, -14004);

    world.turn("\"grant-type-code\":14101,\"consent-code\":14102,\"app-secret-code\":14103");
    assertThat(mistakesWithTokens()).containsExactly(-14101, -14102, -14103);
  }

  private List<Integer> mistakesWithTokens() throws Exception {
    return List.of(
        World.error(world.token("grant_type=magic")),
        World.error(world.token("grant_type=authorization_code&code=none")),
        World.error(
            world.post(
                "/v4/oa/access_token",
                "app_id=" + World.APP,
                "secret_key",
                "another",
                "Content-Type",
                "application/x-www-form-urlencoded")));
  }

  @Test
  void what_a_used_refresh_token_gets() throws Exception {
    world.token(REFRESH + "first-refresh");
    assertThat(world.token(REFRESH + "first-refresh").body()).isEmpty();

    world.turn("\"used-refresh-empty\":0");
    assertThat(World.error(world.token(REFRESH + "first-refresh"))).isEqualTo(-14014);
  }

  @Test
  void which_failures_are_repeated() throws Exception {
    Awaitility.await().until(() -> state("/webhook/delivered") == 1);
    world.hub.answerWith(500);
    world.turn("\"retry-any-failure\":0");
    world.sim("u1", "text", "{\"text\":\"một\"}");
    world.hub.await("user_send_text", 1);
    Awaitility.await().untilAsserted(() -> assertThat(state("/webhook/lost")).isEqualTo(1));
    assertThat(state("/webhook/retried")).isZero();

    world.turn("\"retry-any-failure\":1");
    world.sim("u1", "text", "{\"text\":\"hai\"}");
    assertThat(world.hub.await("user_send_text", 3).getLast().text()).isEqualTo("hai");
  }

  private int state(String path) throws Exception {
    return World.json(world.get("/_sim/state")).at(path).asInt();
  }

  @Test
  void what_the_quota_tells() throws Exception {
    JsonNode usual = world.say("u1", "alo").at("/data/quota");
    assertThat(usual.has("remain")).isFalse();
    assertThat(usual.path("expired_date").asText()).isEqualTo("12:00 14/03/2026");

    world.turn("\"quota-remain\":1,\"quota-date-ms\":1");
    JsonNode switched = world.say("u1", "alo").at("/data/quota");
    assertThat(switched.path("remain").asText()).isEqualTo("8");
    assertThat(switched.path("expired_date").asText()).isEqualTo("1773464400000");
  }

  @Test
  void whether_who_never_followed_may_be_answered() throws Exception {
    world.sim("visitor", "text", "{\"text\":\"alo\"}");
    assertThat(world.say("visitor", "nghe đây").path("error").asInt()).isZero();

    world.turn("\"visitors-answered\":0");
    assertThat(world.say("visitor", "nghe đây").path("error").asInt()).isEqualTo(-213);
    assertThat(said("nghe đây")).isZero();
  }

  @Test
  void what_is_echoed_as_a_template() throws Exception {
    world.message(attached("\"text\":\"Chọn\",", BUTTONS));
    world.message(attached("", FORM));
    assertThat(world.hub.await("oa_send_text", 1)).hasSize(1);
    assertThat(world.hub.await("oa_send_template", 1)).hasSize(1);

    world.turn("\"buttons-echo-template\":1,\"form-echo-text\":1");
    world.message(attached("\"text\":\"Chọn\",", BUTTONS));
    assertThat(world.hub.await("oa_send_template", 2)).hasSize(2);
    world.message(attached("", FORM));
    assertThat(world.hub.await("oa_send_text", 2)).hasSize(2);
  }

  private static final String BUTTONS =
      "{\"buttons\":[{\"title\":\"a\",\"type\":\"oa.query.show\",\"payload\":\"a\"}]}";
  private static final String FORM =
      "{\"template_type\":\"request_user_info\",\"elements\":[{\"title\":\"a\",\"subtitle\":\"b\"}]}";

  private static String attached(String text, String payload) {
    return "{\"recipient\":{\"user_id\":\"u1\"},\"message\":{%s\"attachment\":{\"type\":\"template\",\"payload\":%s}}}"
        .formatted(text, payload);
  }

  @ParameterizedTest
  @CsvSource({
    "0, name phone",
    "1, name phone user_dob gender full_address",
    "2, name phone address city district ward"
  })
  void what_a_filled_form_tells(int position, String fields) throws Exception {
    world.turn("\"form-tells\":" + position);

    world.sim("u1", "phone", "{\"phone\":\"84987654321\",\"submit\":true}");

    JsonNode info = world.hub.await("user_submit_info", 1).getFirst().body().path("info");
    assertThat(info.fieldNames()).toIterable().containsExactly(fields.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"0, -230", "1, 0"})
  void whether_a_filled_form_opens_the_window(int position, int code) throws Exception {
    world.clock.turn(Duration.ofDays(8));
    world.token("grant_type=refresh_token&refresh_token=first-refresh");
    String token = world.tokenInForce();
    world.turn("\"form-interacts\":" + position);

    world.sim("u1", "phone", "{\"phone\":\"84987654321\",\"submit\":true}");

    String text = "{\"recipient\":{\"user_id\":\"u1\"},\"message\":{\"text\":\"a\"}}";
    assertThat(World.error(world.post("/v3.0/oa/message/cs", text, "access_token", token)))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0, -233"})
  void whether_lists_are_taken(int position, int code) throws Exception {
    world.turn("\"list-v3\":" + position);
    String list =
        "{\"template_type\":\"list\",\"elements\":[{\"title\":\"a\",\"subtitle\":\"b\"}]}";

    assertThat(World.error(world.message(attached("", list)))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"6000, -214", "0, 0"})
  void how_long_an_article_is_looked_at(int position, int code) throws Exception {
    world.turn("\"article-delay-ms\":" + position);
    String article =
        "{\"type\":\"normal\",\"title\":\"a\",\"author\":\"b\",\"description\":\"c\",\"cover\":{\"cover_type\":\"photo\",\"photo_url\":\"https://example.org/a.jpg\"},\"body\":[{\"type\":\"text\",\"content\":\"d\"}]}";
    String token =
        World.json(world.post("/v2.0/article/create", article, "access_token", "first-access"))
            .path("data")
            .path("token")
            .asText();

    String question = "{\"token\":\"%s\"}".formatted(token);
    assertThat(
            World.error(
                world.post("/v2.0/article/verify", question, "access_token", "first-access")))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1, 0, -201", "2, -201, 0"})
  void where_a_template_names_the_person(int position, int above, int inside) throws Exception {
    world.turn("\"template-recipient\":" + position);

    assertThat(template("\"user_id\":\"u1\"")).isEqualTo(above);
    assertThat(template("\"recipient\":{\"user_id\":\"u1\"}")).isEqualTo(inside);
  }

  private int template(String recipient) throws Exception {
    return World.error(
        world.post(
            "/v3.0/oa/message/template",
            "{%s,\"template_id\":\"t1\",\"template_data\":{\"a\":\"b\"}}".formatted(recipient),
            "access_token",
            "first-access"));
  }

  @Test
  void what_a_picture_in_a_conversation_is_called() throws Exception {
    world.postBytes("/_sim/users/u1/image", UploadedFile.PNG);
    assertThat(rowType()).isEqualTo("photo");

    world.turn("\"rows-image\":1");
    assertThat(rowType()).isEqualTo("image");
  }

  private String rowType() throws Exception {
    return world.ask("/v2.0/oa/conversation", "{\"user_id\":\"u1\"}").at("/data/0/type").asText();
  }

  @Test
  void which_minute_the_rate_limit_counts() throws Exception {
    try (World small = new World(List.of(Duration.ofMillis(50)), 1)) {
      small.sim("u1", "follow", "");
      small.clock.turn(Duration.ofSeconds(50));
      small.say("u1", "một");
      small.clock.turn(Duration.ofSeconds(20));
      assertThat(small.say("u1", "hai").path("error").asInt()).isZero();

      small.turn("\"rate-slides\":1");
      small.clock.turn(Duration.ofSeconds(55));
      assertThat(small.say("u1", "ba").path("error").asInt()).isEqualTo(-32);
      small.clock.turn(Duration.ofSeconds(5));
      assertThat(small.say("u1", "bốn").path("error").asInt()).isZero();
    }
  }

  @Test
  void who_tells_that_messages_were_seen_and_how() throws Exception {
    String first = world.say("u1", "một").at("/data/message_id").asText();
    String second = world.say("u1", "hai").at("/data/message_id").asText();
    world.sim("u1", "seen", "");
    JsonNode usual = world.hub.await("user_seen_message", 1).getFirst().body();
    assertThat(usual.at("/sender/id").asText()).isEqualTo(World.OA);
    assertThat(usual.at("/message/msg_ids")).map(JsonNode::asText).containsExactly(first, second);

    world.turn("\"seen-by-person\":1,\"seen-ids\":0");
    String third = world.say("u1", "ba").at("/data/message_id").asText();
    world.sim("u1", "seen", "");
    JsonNode switched = world.hub.await("user_seen_message", 2).getLast().body();
    assertThat(switched.at("/sender/id").asText()).isEqualTo("u1");
    assertThat(switched.at("/message/msg_id").asText()).isEqualTo(third);
  }

  @Test
  void what_was_seen_is_not_told_again() throws Exception {
    world.say("u1", "một");
    assertThat(world.sim("u1", "seen", "").path("message_ids")).hasSize(1);

    assertThat(world.sim("u1", "seen", "").path("message_ids")).isEmpty();

    world.sim("u1", "text", "{\"text\":\"alo\"}");
    world.hub.await("user_send_text", 1);
    assertThat(world.hub.heard("user_seen_message")).hasSize(1);
  }

  @Test
  void how_a_person_withdraws() throws Exception {
    world.sim("u1", "withdraw", "");
    JsonNode usual = world.hub.await("user_withdraw", 1).getFirst().body();
    assertThat(usual.path("user_id").asText()).isEqualTo("u1");
    assertThat(usual.path("oa_id").asText()).isEqualTo(World.OA);

    world.turn("\"withdraw-sender\":1");
    world.sim("u1", "withdraw", "");
    JsonNode switched = world.hub.await("user_withdraw", 2).getLast().body();
    assertThat(switched.at("/sender/id").asText()).isEqualTo("u1");
    assertThat(switched.at("/recipient/id").asText()).isEqualTo(World.OA);
  }

  @Test
  void where_a_place_is_told() throws Exception {
    world.turn("\"location-flat\":1");

    world.sim("u1", "location", "{\"lat\":10.33656,\"lon\":106.41029}");

    JsonNode message = world.hub.await("user_send_location", 1).getFirst().body().path("message");
    assertThat(message.at("/location/latitude").asText()).isEqualTo("10.33656");
    assertThat(message.has("attachments")).isFalse();
  }

  private int said(String text) throws Exception {
    return world.say("u1", text).path("error").asInt();
  }
}
