package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CausingTrouble {
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World();
    world.sim("u1", "follow", "");
    world.hub.await("follow", 1);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void expire_token_kills_the_token_in_force() throws Exception {
    world.fault("expire-token", 1);

    assertThat(world.say("u1", "một").path("error").asInt()).isEqualTo(-220);
    assertThat(world.say("u1", "hai").path("error").asInt()).isEqualTo(-220);
  }

  @Test
  void rate_limit_refuses_the_next_calls_and_no_more() throws Exception {
    world.fault("rate-limit", 2);

    assertThat(world.say("u1", "một").path("error").asInt()).isEqualTo(-32);
    assertThat(world.say("u1", "hai").path("error").asInt()).isEqualTo(-32);
    assertThat(world.say("u1", "ba").path("error").asInt()).isZero();
  }

  @Test
  void http_500_answers_with_a_page_and_does_nothing() throws Exception {
    world.fault("http-500", 1);

    HttpResponse<String> answer = world.sayRaw("u1", "một");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("<html>");
    assertThat(world.messages("?user=u1")).isEmpty();
  }

  @Test
  void slow_accepts_at_once_and_answers_late() throws Exception {
    world.post("/_sim/faults", "{\"kind\":\"slow\",\"count\":1,\"ms\":400}");
    long begin = System.nanoTime();

    JsonNode answer = world.say("u1", "một");

    assertThat(answer.path("error").asInt()).isZero();
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(400_000_000L);
  }

  @Test
  void cut_after_accept_delivers_and_never_answers() throws Exception {
    world.fault("cut-after-accept", 1);

    assertThatThrownBy(() -> world.say("u1", "một")).isInstanceOf(IOException.class);
    assertThat(world.messages("?user=u1")).hasSize(1);
    assertThat(world.hub.await("oa_send_text", 1)).hasSize(1);
  }

  @Test
  void cut_before_accept_delivers_nothing() throws Exception {
    world.fault("cut-before-accept", 1);

    assertThatThrownBy(() -> world.say("u1", "một")).isInstanceOf(IOException.class);
    assertThat(world.messages("?user=u1")).isEmpty();
  }

  @Test
  void a_cut_spares_questions() throws Exception {
    world.fault("cut-after-accept", 1);

    assertThat(world.ask("/v2.0/oa/conversation", "{\"user_id\":\"u1\"}").path("error").asInt())
        .isZero();
  }

  @Test
  void drop_webhook_loses_an_event_for_ever() throws Exception {
    world.fault("drop-webhook", 1);
    world.sim("u1", "text", "{\"text\":\"mất\"}");
    world.sim("u1", "text", "{\"text\":\"còn\"}");

    assertThat(world.hub.await("user_send_text", 1).getFirst().text()).isEqualTo("còn");
  }

  @Test
  void duplicate_webhook_brings_an_event_twice() throws Exception {
    world.fault("duplicate-webhook", 1);
    world.sim("u1", "text", "{\"text\":\"alo\"}");

    List<HubStub.Heard> heard = world.hub.await("user_send_text", 2);

    assertThat(heard.get(0).raw()).isEqualTo(heard.get(1).raw());
  }

  @Test
  void reorder_webhook_lets_the_next_event_overtake() throws Exception {
    world.fault("reorder-webhook", 1);
    world.sim("u1", "text", "{\"text\":\"một\"}");
    world.sim("u1", "text", "{\"text\":\"hai\"}");

    assertThat(world.hub.await("user_send_text", 2).stream().map(HubStub.Heard::text))
        .containsExactly("hai", "một");
  }

  @Test
  void reorder_webhook_holds_nothing_back_for_ever() throws Exception {
    world.post("/_sim/faults", "{\"kind\":\"reorder-webhook\",\"ms\":100}");
    world.sim("u1", "text", "{\"text\":\"một\"}");

    assertThat(world.hub.await("user_send_text", 1)).hasSize(1);
  }

  @Test
  void a_fault_may_name_the_token_endpoint() throws Exception {
    world.post("/_sim/faults", "{\"kind\":\"http-500\",\"only\":\"/v4/oa/access_token\"}");

    assertThat(world.say("u1", "một").path("error").asInt()).isZero();
    assertThat(world.token("grant_type=refresh_token&refresh_token=first-refresh").statusCode())
        .isEqualTo(500);
  }

  @Test
  void an_unknown_kind_is_told_the_kinds() throws Exception {
    HttpResponse<String> answer = world.post("/_sim/faults", "{\"kind\":\"meteor\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(World.json(answer).path("kinds")).hasSize(10);
    assertThat(World.json(answer).path("detail").asText()).contains("cut-after-accept");
  }

  @Test
  void a_count_beyond_reason_is_refused() throws Exception {
    assertThat(world.post("/_sim/faults", "{\"kind\":\"slow\",\"count\":0}").statusCode())
        .isEqualTo(400);
    assertThat(world.post("/_sim/faults", "{\"kind\":\"slow\",\"count\":\"3\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void what_waits_is_in_the_state_until_it_is_used() throws Exception {
    world.fault("rate-limit", 2);
    world.say("u1", "một");

    JsonNode faults = World.json(world.get("/_sim/state")).path("faults");

    assertThat(faults.at("/0/kind").asText()).isEqualTo("rate-limit");
    assertThat(faults.at("/0/count").asInt()).isEqualTo(1);
  }
}
