package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform was seen to send and to take, field by field. */
class AnsweringAsRecorded {
  private static final byte[] PDF = "%PDF-1.4".getBytes(StandardCharsets.UTF_8);
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

  static Stream<String> requests() throws IOException {
    return Recorded.in("requests").properties().stream().map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void a_message_that_was_recorded_is_taken(String name) throws Exception {
    String written = world.sim("u1", "text", "{\"text\":\"alo\"}").path("message_id").asText();
    String image =
        UploadedFile.by(world, "image", "a.png", UploadedFile.PNG)
            .at("/data/attachment_id")
            .asText();
    String file = UploadedFile.by(world, "file", "a.pdf", PDF).at("/data/token").asText();
    world.turn("\"quota-remain\":1");

    HttpResponse<String> answer =
        world.message(
            Recorded.in("requests")
                .path(name)
                .toString()
                .replace("<written>", written)
                .replace("<image>", image)
                .replace("<file>", file));

    Recorded.sameShape(World.json(answer), "answers", "sent");
    assertThat(World.error(answer)).isZero();
  }

  @Test
  void uploads() throws Exception {
    Recorded.sameShape(
        UploadedFile.by(world, "image", "a.png", UploadedFile.PNG), "answers", "uploaded image");
    Recorded.sameShape(UploadedFile.by(world, "file", "a.pdf", PDF), "answers", "uploaded file");
  }

  @Test
  void tokens() throws Exception {
    Recorded.sameShape(
        World.json(world.token("grant_type=refresh_token&refresh_token=never-issued")),
        "answers",
        "unknown refresh token");
    Recorded.sameShape(
        World.json(world.token("grant_type=refresh_token&refresh_token=first-refresh")),
        "answers",
        "tokens");
  }

  @Test
  void a_person_and_what_may_be_sent_to_them() throws Exception {
    Recorded.sameShape(
        world.ask("/v3.0/oa/user/detail", "{\"user_id\":\"u1\"}"), "answers", "user detail");
    Recorded.sameShape(post("/v3.0/oa/quota/message", "{\"user_id\":\"u1\"}"), "answers", "quota");
  }

  @Test
  void an_article() throws Exception {
    String article =
        """
        {"type":"normal","title":"Mặn","author":"Vàm","description":"Tuần này",
         "cover":{"cover_type":"photo","photo_url":"https://vam.example/a.png","status":"show"},
         "body":[{"type":"text","content":"a"}],"status":"show","comment":"show"}""";

    Recorded.sameShape(post("/v2.0/article/create", article), "answers", "article");
  }

  @Test
  void a_template_by_phone_and_its_receipt() throws Exception {
    world.sim("u1", "phone", "{\"phone\":\"84987654321\"}");

    Recorded.sameShape(
        post(
            "/message/template",
            "{\"phone\":\"84987654321\",\"template_id\":\"t1\",\"template_data\":{\"a\":\"b\"},\"tracking_id\":\"o-1\"}"),
        "answers",
        "template by phone");
    Recorded.sameShape(heard("user_received_message"), "webhooks", "template by phone received");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "follow | follow | ",
        "unfollow | unfollow | ",
        "user_send_text | text | {\"text\":\"alo\"}",
        "user_send_location | location | {\"lat\":10.76,\"lon\":106.66}",
        "user_submit_info | phone | {\"phone\":\"84987654321\",\"submit\":true}",
        "user_seen_message | seen | ",
        "user_click_chatnow | chatnow | "
      })
  void what_a_person_does(String event, String deed, String body) throws Exception {
    world.turn("\"form-tells\":1");
    world.say("u1", "xin chào");

    world.sim("u1", deed, body == null ? "" : body);

    Recorded.sameShape(heard(event), "webhooks", event);
  }

  @Test
  void what_a_person_shows() throws Exception {
    world.postBytes("/_sim/users/u1/image", UploadedFile.PNG);
    world.postBytes("/_sim/users/u1/file?name=giay-hen.pdf", PDF);

    Recorded.sameShape(heard("user_send_image"), "webhooks", "user_send_image");
    Recorded.sameShape(heard("user_send_file"), "webhooks", "user_send_file");
  }

  @Test
  void what_the_account_sent_comes_back() throws Exception {
    world.say("u1", "xin chào");

    Recorded.sameShape(heard("oa_send_text"), "webhooks", "oa_send_text");
    Recorded.sameShape(heard("user_received_message"), "webhooks", "user_received_message");
  }

  private JsonNode heard(String event) {
    return world.hub.await(event, 1).getFirst().body();
  }

  private JsonNode post(String path, String body) throws Exception {
    return World.json(world.post(path, body, "access_token", "first-access"));
  }
}
