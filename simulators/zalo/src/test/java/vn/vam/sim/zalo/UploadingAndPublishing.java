package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadingAndPublishing {
  private static final String ARTICLE =
      "{\"type\":\"normal\",\"title\":\"Mặn\",\"author\":\"Vàm\",\"description\":\"Tuần này\","
          + "\"cover\":{\"photo_url\":\"http://127.0.0.1/a.png\"},\"body\":[{\"type\":\"text\",\"content\":\"a\"}]}";
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

  private JsonNode upload(String door, String name, byte[] content) throws Exception {
    return UploadedFile.by(world, door, name, content);
  }

  private JsonNode picture(String attachment) throws Exception {
    return World.json(
        world.post(
            "/v3.0/oa/message/cs",
            "{\"recipient\":{\"user_id\":\"u1\"},\"message\":{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"media\",\"elements\":[{\"media_type\":\"image\",\"attachment_id\":\"%s\"}]}}}}"
                .formatted(attachment),
            "access_token",
            world.tokenInForce()));
  }

  private int article(String path, String body) throws Exception {
    return World.error(world.post(path, body, "access_token", "first-access"));
  }

  @Test
  void an_uploaded_picture_is_seen_on_the_phone() throws Exception {
    String id = upload("image", "a.png", UploadedFile.PNG).at("/data/attachment_id").asText();

    assertThat(picture(id).path("error").asInt()).isZero();

    String url = world.messages("?user=u1").at("/0/image").asText();
    assertThat(url).startsWith("/photos/");
    assertThat(world.get(url).statusCode()).isEqualTo(200);
  }

  @Test
  void after_seven_days_an_upload_is_gone() throws Exception {
    String id = upload("image", "a.png", UploadedFile.PNG).at("/data/attachment_id").asText();
    world.clock.turn(Duration.ofDays(7));
    world.sim("u1", "text", "{\"text\":\"alo\"}");
    world.token("grant_type=refresh_token&refresh_token=first-refresh");

    assertThat(picture(id).path("error").asInt()).isEqualTo(-100);
  }

  @Test
  void each_door_takes_its_own_formats_and_sizes() throws Exception {
    assertThat(upload("file", "a.pdf", UploadedFile.PNG).at("/data/token").asText()).isNotEmpty();
    assertThat(upload("file", "a.exe", UploadedFile.PNG).path("error").asInt()).isEqualTo(-201);
    assertThat(upload("image", "a.txt", new byte[10]).path("error").asInt()).isEqualTo(-201);
    assertThat(upload("image", "a.png", new byte[1024 * 1024 + 1]).path("error").asInt())
        .isEqualTo(-210);
    assertThat(
            upload("gif", "a.gif", "GIF89a".getBytes(StandardCharsets.US_ASCII))
                .path("error")
                .asInt())
        .isZero();
  }

  @Test
  void a_month_has_only_so_many_uploads() throws Exception {
    world.post("/_sim/switches", "{\"uploads-monthly\":1}");

    assertThat(upload("image", "a.png", UploadedFile.PNG).path("error").asInt()).isZero();
    assertThat(upload("image", "a.png", UploadedFile.PNG).path("error").asInt()).isEqualTo(-211);
    assertThat(
            World.json(world.get("/_sim/state"))
                .at("/quota/uploads_image_monthly/remaining")
                .asInt())
        .isZero();
  }

  @Test
  void an_article_takes_its_time() throws Exception {
    String token =
        World.json(world.post("/v2.0/article/create", ARTICLE, "access_token", "first-access"))
            .at("/data/token")
            .asText();
    String question = "{\"token\":\"" + token + "\"}";

    assertThat(article("/v2.0/article/verify", question)).isEqualTo(-214);
    world.clock.turn(Duration.ofSeconds(6));
    assertThat(article("/v2.0/article/verify", question)).isZero();
  }

  @Test
  void an_article_that_breaks_a_rule_is_refused() throws Exception {
    assertThat(article("/v2.0/article/create", "{}")).isEqualTo(-201);
    assertThat(article("/v2.0/article/create", ARTICLE.replace("Mặn", "x".repeat(151))))
        .isEqualTo(-210);
    assertThat(article("/v2.0/article/verify", "{\"token\":\"no\"}")).isEqualTo(-201);
  }

  @Test
  void what_is_left_for_somebody_can_be_asked() throws Exception {
    JsonNode answer =
        World.json(
            world.post(
                "/v3.0/oa/quota/message", "{\"user_id\":\"u1\"}", "access_token", "first-access"));

    assertThat(answer.at("/data/last_interaction").asText()).isEqualTo("1773291600000");
  }

  @Test
  void an_uploaded_file_is_a_message_of_its_own_for_seven_days() throws Exception {
    byte[] pdf = "%PDF-1.4".getBytes(StandardCharsets.UTF_8);
    String token = upload("file", "lich.pdf", pdf).at("/data/token").asText();

    assertThat(file("\"" + token + "\"")).isZero();

    JsonNode seen = world.messages("?user=u1").path(0);
    assertThat(seen.path("kind").asText()).isEqualTo("file");
    assertThat(seen.path("name").asText()).isEqualTo("lich.pdf");
    assertThat(world.get(seen.path("file").asText()).body()).isEqualTo("%PDF-1.4");
    assertThat(world.hub.await("oa_send_file", 1)).hasSize(1);
    world.clock.turn(Duration.ofDays(7));
    world.token("grant_type=refresh_token&refresh_token=first-refresh");
    assertThat(file("\"" + token + "\"")).isEqualTo(-100);
  }

  @Test
  void a_file_that_was_never_uploaded_is_refused() throws Exception {
    assertThat(file("\"nothing\"")).isEqualTo(-100);
    assertThat(file("7")).isEqualTo(-201);
    String picture = upload("image", "a.png", UploadedFile.PNG).at("/data/attachment_id").asText();
    assertThat(file("\"" + picture + "\"")).isEqualTo(-100);
  }

  private int file(String token) throws Exception {
    return World.error(
        world.post(
            "/v3.0/oa/message/cs",
            "{\"recipient\":{\"user_id\":\"u1\"},\"message\":{\"attachment\":{\"type\":\"file\",\"payload\":{\"token\":%s}}}}"
                .formatted(token),
            "access_token",
            world.tokenInForce()));
  }
}
