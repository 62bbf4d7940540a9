package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActingAsACitizen {
  private static final String HIDDEN_BUTTON =
      """
      {"recipient":{"user_id":"u1"},"message":{"text":"Chọn","attachment":{"type":"template","payload":
      {"buttons":[{"title":"Thôi","type":"oa.query.hide","payload":"#thoi"}]}}}}""";
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World();
    world.sim("u1", "follow", "{\"name\":\"Cô Sáu\"}");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_press_arrives_as_a_text_and_never_as_a_click() throws Exception {
    world.sim("u1", "press", "{\"payload\":\"#tracuuhoso\"}");

    assertThat(world.hub.await("user_send_text", 1).getFirst().text()).isEqualTo("#tracuuhoso");
  }

  @Test
  void a_hidden_query_is_heard_by_the_app_and_not_shown() throws Exception {
    world.message(HIDDEN_BUTTON);
    world.sim("u1", "press", "{\"payload\":\"#thoi\"}");

    assertThat(world.hub.await("user_send_text", 1).getFirst().text()).isEqualTo("#thoi");
    assertThat(World.json(world.get("/_sim/users/u1/conversation")).path("messages")).hasSize(1);
  }

  @Test
  void messages_can_be_asked_for_by_number() throws Exception {
    world.say("u1", "một");
    int n = world.messages("?user=u1").at("/0/n").asInt();
    world.say("u1", "hai");

    JsonNode later = world.messages("?since=" + n);

    assertThat(later).hasSize(1);
    assertThat(later.at("/0/text").asText()).isEqualTo("hai");
    assertThat(later.at("/0/time").asText()).isEqualTo("2026-03-12T12:00:00+07:00");
  }

  @Test
  void a_since_that_is_no_number_is_refused() throws Exception {
    assertThat(world.get("/_sim/messages?since=yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void the_state_tells_users_windows_and_tokens() throws Exception {
    JsonNode state = World.json(world.get("/_sim/state"));

    assertThat(state.at("/users/0/name").asText()).isEqualTo("Cô Sáu");
    assertThat(state.at("/users/0/window").asText()).isEqualTo("free");
    assertThat(state.at("/users/0/open_until").asText()).isEqualTo("2026-03-19T12:00:00+07:00");
    assertThat(state.at("/tokens/access/token").asText()).isEqualTo("first-access");
  }

  @Test
  void a_strange_id_is_refused() throws Exception {
    assertThat(world.post("/_sim/users/%3Cb%3E/follow", "").statusCode()).isEqualTo(400);
  }

  @Test
  void an_empty_text_is_refused_with_what_was_expected() throws Exception {
    HttpResponse<String> answer = world.post("/_sim/users/u1/text", "{\"text\":\" \"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(World.json(answer).path("detail").asText()).contains("{\"text\":\"…\"}");
  }

  @Test
  void a_place_beyond_the_globe_is_refused() throws Exception {
    assertThat(world.post("/_sim/users/u1/location", "{\"lat\":91,\"lon\":0}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void what_is_no_picture_is_refused() throws Exception {
    byte[] text = "GIF89a nothing".getBytes(StandardCharsets.UTF_8);

    assertThat(world.postBytes("/_sim/users/u1/image", text).statusCode()).isEqualTo(415);
  }

  @Test
  void a_file_arrives_with_its_name_size_and_checksum() throws Exception {
    byte[] file = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

    assertThat(world.postBytes("/_sim/users/u1/file?name=giay%20hen.pdf", file).statusCode())
        .isEqualTo(200);

    JsonNode sent =
        world.hub.await("user_send_file", 1).getFirst().body().at("/message/attachments/0");
    assertThat(sent.path("type").asText()).isEqualTo("file");
    assertThat(sent.at("/payload/name").asText()).isEqualTo("giay hen.pdf");
    assertThat(sent.at("/payload/type").asText()).isEqualTo("pdf");
    assertThat(sent.at("/payload/size").asText()).isEqualTo("8");
    assertThat(sent.at("/payload/checksum").asText()).isEqualTo("f87357c6cdc4f067e19f42aebabc6fb7");
    assertThat(world.get(URI.create(sent.at("/payload/url").asText()).getPath()).body())
        .isEqualTo("%PDF-1.7");
  }

  @Test
  void a_file_without_bytes_or_with_a_path_for_a_name_is_refused() throws Exception {
    byte[] file = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

    assertThat(world.postBytes("/_sim/users/u1/file?name=..%2Fa.pdf", file).statusCode())
        .isEqualTo(400);
    assertThat(world.postBytes("/_sim/users/u1/file", new byte[0]).statusCode()).isEqualTo(400);
  }

  @Test
  void a_body_beyond_the_limit_is_a_problem_in_words() throws Exception {
    HttpResponse<String> answer =
        world.post("/_sim/users/u1/text", "{\"text\":\"" + "x".repeat(40_000) + "\"}");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("larger");
  }

  @Test
  void whoever_watches_hears_a_message_at_once_and_what_was_missed() throws Exception {
    world.sim("u1", "text", "{\"text\":\"trước đó\"}");
    HttpRequest live =
        HttpRequest.newBuilder(world.at("/_sim/live")).header("Last-Event-ID", "0").build();

    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                world.http().send(live, BodyHandlers.ofInputStream()).body(),
                StandardCharsets.UTF_8))) {
      String missed = until(lines, "data: ");
      world.say("u1", "mới đây");
      String fresh = until(lines, "mới đây");

      assertThat(missed).contains("trước đó").contains("\"from\":\"citizen\"");
      assertThat(fresh).contains("\"from\":\"oa\"");
    }
  }

  private static String until(BufferedReader lines, String part) throws Exception {
    return lines.lines().filter(line -> line.contains(part)).findFirst().orElseThrow();
  }
}
