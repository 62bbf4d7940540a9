package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By user id and by phone number; noon of 12 March 2026 to begin with. */
class SendingTemplates {
  private static final String GOOD =
      "{\"phone\":\"84987654321\",\"template_id\":\"t1\",\"template_data\":{\"tram\":\"Xuân Hòa\"},\"tracking_id\":\"o-1\"}";
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World();
    world.sim("u1", "follow", "");
    world.sim("u1", "phone", "{\"phone\":\"84987654321\"}");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private JsonNode zns(String body) throws Exception {
    return World.json(world.post("/message/template", body, "access_token", "first-access"));
  }

  private void night() {
    world.clock.turn(Duration.ofHours(11));
  }

  @Test
  void a_template_by_phone_reaches_whoever_has_the_number() throws Exception {
    JsonNode answer = zns(GOOD);

    assertThat(answer.path("error").asInt()).isZero();
    assertThat(answer.at("/data/msg_id").asText()).isNotEmpty();
    assertThat(answer.at("/data/quota/dailyQuota").asText()).isEqualTo("500");
    assertThat(answer.at("/data/quota/remainingQuota").asText()).isEqualTo("499");
    JsonNode seen = world.messages("?user=u1").path(0);
    assertThat(seen.path("kind").asText()).isEqualTo("zns");
    assertThat(seen.at("/template_data/tram").asText()).isEqualTo("Xuân Hòa");
  }

  @Test
  void its_receipt_names_the_number_and_the_senders_own_id() throws Exception {
    String id = zns(GOOD).at("/data/msg_id").asText();

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(world.hub.bodies())
                    .anySatisfy(
                        body ->
                            assertThat(body)
                                .contains("user_received_message", id, "84987654321", "o-1")));
  }

  @Test
  void the_number_may_be_written_as_people_do() throws Exception {
    assertThat(zns(GOOD.replace("84987654321", "0987654321")).path("error").asInt()).isZero();
    assertThat(zns(GOOD.replace("84987654321", "+84987654321")).path("error").asInt()).isZero();
  }

  @ParameterizedTest(name = "{0} instead of {1} gives {2}")
  @CsvSource({
    "8412, 84987654321, -108",
    "84111111111, 84987654321, -118",
    "no such!, t1, -109",
    "{}, {\"tram\":\"Xuân Hòa\"}, -111",
    "{\"tram\":\" \"}, {\"tram\":\"Xuân Hòa\"}, -1122",
    "{\"trạm\":\"a\"}, {\"tram\":\"Xuân Hòa\"}, -1124",
    "0123456789012345678901234567890123456789012345678, o-1, -132"
  })
  void what_breaks_a_rule_is_refused(String put, String out, int code) throws Exception {
    assertThat(zns(GOOD.replace(out, put)).path("error").asInt()).isEqualTo(code);
  }

  @Test
  void a_value_that_is_too_long_is_refused() throws Exception {
    assertThat(zns(GOOD.replace("Xuân Hòa", "x".repeat(401))).path("error").asInt())
        .isEqualTo(-1121);
  }

  @Test
  void a_dead_token_has_a_code_of_its_own_here() throws Exception {
    assertThat(World.error(world.post("/message/template", GOOD, "access_token", "never-issued")))
        .isEqualTo(-124);
  }

  @Test
  void at_night_a_template_by_phone_waits_unless_switched() throws Exception {
    night();

    assertThat(zns(GOOD).path("error").asInt()).isEqualTo(-133);
    world.post("/_sim/switches", "{\"night-zns\":0}");
    assertThat(zns(GOOD).path("error").asInt()).isZero();
  }

  @Test
  void at_night_the_others_go_unless_switched() throws Exception {
    night();

    assertThat(world.say("u1", "nước mặn").path("error").asInt()).isZero();
    assertThat(template()).isZero();
    world.post("/_sim/switches", "{\"night-cs\":1,\"night-template\":1}");
    assertThat(world.say("u1", "nước mặn").path("error").asInt()).isEqualTo(-234);
    assertThat(template()).isEqualTo(-234);
  }

  private int template() throws Exception {
    return World.error(
        world.post(
            "/v3.0/oa/message/template",
            "{\"recipient\":{\"user_id\":\"u1\"},\"template_id\":\"t1\",\"template_data\":{\"a\":\"b\"}}",
            "access_token",
            "first-access"));
  }

  @Test
  void a_day_has_only_so_many() throws Exception {
    world.post("/_sim/switches", "{\"zns-daily\":1}");

    assertThat(zns(GOOD).path("error").asInt()).isZero();
    assertThat(zns(GOOD).path("error").asInt()).isEqualTo(-144);
    assertThat(World.json(world.get("/_sim/state")).at("/quota/zns_daily/remaining").asInt())
        .isZero();
    world.clock.turn(Duration.ofHours(20));
    assertThat(zns(GOOD).path("error").asInt()).isZero();
  }

  @Test
  void any_other_code_comes_on_order() throws Exception {
    world.post(
        "/_sim/faults", "{\"kind\":\"refuse\",\"code\":-131,\"only\":\"/message/template\"}");

    assertThat(world.say("u1", "nước mặn").path("error").asInt()).isZero();
    assertThat(zns(GOOD).path("error").asInt()).isEqualTo(-131);
    assertThat(zns(GOOD).path("error").asInt()).isZero();
  }

  @Test
  void switches_show_their_default_and_refuse_what_they_are_not() throws Exception {
    assertThat(World.json(world.get("/_sim/switches")).at("/night-zns/default").asInt()).isOne();
    assertThat(world.post("/_sim/switches", "{\"moonlight\":1}").statusCode()).isEqualTo(400);
    assertThat(world.post("/_sim/switches", "{\"night-zns\":7}").statusCode()).isEqualTo(400);
  }

  @Test
  void the_old_api_is_shut_down_unless_switched() throws Exception {
    String body = "{\"recipient\":{\"user_id\":\"u1\"},\"message\":{\"text\":\"alo\"}}";

    assertThat(World.error(world.post("/v2.0/oa/message", body, "access_token", "first-access")))
        .isEqualTo(-240);
    world.post("/_sim/switches", "{\"v2-send\":1}");
    assertThat(World.error(world.post("/v2.0/oa/message", body, "access_token", "first-access")))
        .isZero();
  }

  @Test
  void a_hash_query_may_stay_inside_the_account() throws Exception {
    world.post("/_sim/switches", "{\"hash-inside\":1}");

    world.sim("u1", "text", "{\"text\":\"#tracuuhoso\"}");
    world.sim("u1", "text", "{\"text\":\"tra cuu\"}");

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(world.hub.bodies()).anySatisfy(b -> assertThat(b).contains("tra cuu")));
    assertThat(world.hub.bodies()).noneSatisfy(body -> assertThat(body).contains("#tracuuhoso"));
  }

  @Test
  void or_nothing_else_that_is_said_may_reach_the_app() throws Exception {
    world.post("/_sim/switches", "{\"hash-only\":1}");

    world.sim("u1", "text", "{\"text\":\"tra cuu\"}");
    world.sim("u1", "location", "{\"lat\":10.3,\"lon\":106.4}");
    world.sim("u1", "text", "{\"text\":\"#tracuuhoso\"}");

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(world.hub.bodies())
                    .anySatisfy(body -> assertThat(body).contains("#tracuuhoso")));
    assertThat(world.hub.bodies())
        .anySatisfy(body -> assertThat(body).contains("user_send_location"))
        .noneSatisfy(body -> assertThat(body).contains("tra cuu"));
  }
}
