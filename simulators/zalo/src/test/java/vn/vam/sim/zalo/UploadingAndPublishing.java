package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadingAndPublishing {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
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
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: image/png\r\n\r\n"
            .formatted(name);
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
    return World.json(
        world
            .http()
            .send(
                HttpRequest.newBuilder(world.at("/v2.0/oa/upload/" + door))
                    .header("access_token", token())
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                    .build(),
                BodyHandlers.ofString()));
  }

  private String token() throws Exception {
    return World.json(world.get("/_sim/state")).at("/tokens/access/token").asText();
  }

  private JsonNode picture(String attachment) throws Exception {
    return World.json(
        world.post(
            "/v3.0/oa/message/cs",
            "{\"recipient\":{\"user_id\":\"u1\"},\"message\":{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"media\",\"elements\":[{\"media_type\":\"image\",\"attachment_id\":\"%s\"}]}}}}"
                .formatted(attachment),
            "access_token",
            token()));
  }

  private int article(String path, String body) throws Exception {
    return World.error(world.post(path, body, "access_token", "first-access"));
  }

  @Test
  void an_uploaded_picture_is_seen_on_the_phone() throws Exception {
    String id = upload("image", "a.png", PNG).at("/data/attachment_id").asText();

    assertThat(picture(id).path("error").asInt()).isZero();

    String url = world.messages("?user=u1").at("/0/image").asText();
    assertThat(url).startsWith("/photos/");
    assertThat(world.get(url).statusCode()).isEqualTo(200);
  }

  @Test
  void after_seven_days_an_upload_is_gone() throws Exception {
    String id = upload("image", "a.png", PNG).at("/data/attachment_id").asText();
    world.clock.turn(Duration.ofDays(7));
    world.sim("u1", "text", "{\"text\":\"alo\"}");
    world.token("grant_type=refresh_token&refresh_token=first-refresh");

    assertThat(picture(id).path("error").asInt()).isEqualTo(-100);
  }

  @Test
  void each_door_takes_its_own_formats_and_sizes() throws Exception {
    assertThat(upload("file", "a.pdf", PNG).at("/data/token").asText()).isNotEmpty();
    assertThat(upload("file", "a.exe", PNG).path("error").asInt()).isEqualTo(-201);
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

    assertThat(upload("image", "a.png", PNG).path("error").asInt()).isZero();
    assertThat(upload("image", "a.png", PNG).path("error").asInt()).isEqualTo(-211);
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
}
