package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveringWebhooks {
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000");
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void the_signature_is_a_plain_hash_over_the_raw_bytes() throws Exception {
    world.sim("u1", "text", "{\"text\":\"Độ mặn 🌾\"}");

    HubStub.Heard heard = world.hub.await("user_send_text", 1).getFirst();

    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(World.APP.getBytes(StandardCharsets.UTF_8));
    sha.update(heard.raw());
    sha.update(heard.body().path("timestamp").asText().getBytes(StandardCharsets.UTF_8));
    byte[] mac = sha.digest(World.OA_KEY.getBytes(StandardCharsets.UTF_8));
    assertThat(heard.signature()).isEqualTo("mac=" + HexFormat.of().formatHex(mac));
    assertThat(new String(heard.raw(), StandardCharsets.UTF_8)).contains("Độ mặn 🌾");
  }

  @Test
  void a_text_names_sender_recipient_and_message_in_strings() throws Exception {
    world.sim("u1", "text", "{\"text\":\"alo\"}");

    JsonNode event = world.hub.await("user_send_text", 1).getFirst().body();

    assertThat(event.at("/sender/id").asText()).isEqualTo("u1");
    assertThat(event.at("/recipient/id").asText()).isEqualTo(World.OA);
    assertThat(event.path("app_id").asText()).isEqualTo(World.APP);
    assertThat(event.at("/message/msg_id").asText()).isNotEmpty();
    assertThat(event.path("timestamp").isTextual()).isTrue();
    assertThat(event.path("user_id_by_app").asText()).matches("\\d{18}");
  }

  @Test
  void following_and_leaving_have_the_shape_of_a_bond() throws Exception {
    world.sim("u1", "follow", "{\"name\":\"Cô Sáu\"}");
    world.sim("u1", "unfollow", "");

    JsonNode event = world.hub.await("follow", 1).getFirst().body();
    assertThat(event.at("/follower/id").asText()).isEqualTo("u1");
    assertThat(event.path("oa_id").asText()).isEqualTo(World.OA);
    assertThat(event.path("source").asText()).isEqualTo("oa_profile");
    assertThat(world.hub.await("unfollow", 1)).hasSize(1);
  }

  @Test
  void a_place_is_told_in_strings() throws Exception {
    world.sim("u1", "location", "{\"lat\":10.33656,\"lon\":106.41029}");

    JsonNode place =
        world
            .hub
            .await("user_send_location", 1)
            .getFirst()
            .body()
            .at("/message/attachments/0/payload/coordinates");

    assertThat(place.path("latitude").asText()).isEqualTo("10.33656");
    assertThat(place.path("longitude").isTextual()).isTrue();
  }

  @Test
  void a_picture_can_be_fetched_where_the_event_says() throws Exception {
    world.postBytes("/_sim/users/u1/image", PNG);

    JsonNode event = world.hub.await("user_send_image", 1).getFirst().body();
    URI url = URI.create(event.at("/message/attachments/0/payload/url").asText());

    byte[] fetched =
        world.http().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray()).body();
    assertThat(fetched).isEqualTo(PNG);
  }

  @Test
  void the_app_hears_its_own_message_and_then_its_arrival() throws Exception {
    world.sim("u1", "follow", "");
    String id = world.say("u1", "Xin chào").at("/data/message_id").asText();

    world.hub.await("user_received_message", 1);

    assertThat(world.hub.heard().stream().map(HubStub.Heard::event))
        .containsExactly("follow", "oa_send_text", "user_received_message");
    JsonNode echo = world.hub.heard("oa_send_text").getFirst().body();
    assertThat(echo.at("/message/msg_id").asText()).isEqualTo(id);
    assertThat(echo.path("sender").has("admin_id")).isFalse();
    assertThat(echo.at("/recipient/id").asText()).isEqualTo("u1");
  }

  @Test
  void one_persons_messages_keep_their_order() throws Exception {
    List<String> texts = IntStream.range(0, 40).mapToObj(i -> "câu " + i).toList();
    for (String text : texts) world.sim("u1", "text", "{\"text\":\"" + text + "\"}");

    List<HubStub.Heard> heard = world.hub.await("user_send_text", 40);

    assertThat(heard.stream().map(HubStub.Heard::text)).containsExactlyElementsOf(texts);
  }

  @Test
  void a_refused_event_comes_again_with_the_same_bytes_and_a_number() throws Exception {
    world.hub.answerWith(503);
    world.sim("u1", "text", "{\"text\":\"alo\"}");
    world.hub.await("user_send_text", 1);
    world.hub.answerWith(200);

    List<HubStub.Heard> heard = world.hub.await("user_send_text", 2);

    assertThat(heard.get(0).retry()).isEmpty();
    assertThat(heard.get(1).retry()).isEqualTo(Optional.of("1"));
    assertThat(heard.get(1).raw()).isEqualTo(heard.get(0).raw());
    assertThat(heard.get(1).signature()).isEqualTo(heard.get(0).signature());
  }

  @Test
  void at_the_end_of_the_ladder_the_webhook_is_switched_off() throws Exception {
    world.hub.answerWith(500);
    world.sim("u1", "text", "{\"text\":\"alo\"}");

    List<HubStub.Heard> heard = world.hub.await("user_send_text", 3);
    awaitWebhook("/webhook/enabled", "false");
    world.sim("u1", "text", "{\"text\":\"còn đó không\"}");

    assertThat(heard.stream().map(HubStub.Heard::retry))
        .containsExactly(Optional.empty(), Optional.of("1"), Optional.of("2"));
    assertThat(state().at("/webhook/lost").asInt()).isEqualTo(2);
  }

  @Test
  void a_webhook_switched_on_again_delivers_again() throws Exception {
    world.hub.answerWith(500);
    world.sim("u1", "text", "{\"text\":\"alo\"}");
    awaitWebhook("/webhook/enabled", "false");
    world.hub.answerWith(200);

    world.post("/_sim/webhook/enable", "");
    world.sim("u2", "follow", "");

    assertThat(world.hub.await("follow", 1)).hasSize(1);
  }

  @Test
  void two_seconds_without_an_answer_count_as_a_failure() throws Exception {
    world.hub.fallSilent();
    world.sim("u1", "text", "{\"text\":\"alo\"}");

    assertThat(world.hub.await("user_send_text", 2).get(1).retry()).contains("1");
  }

  @Test
  void a_hub_that_is_away_is_tried_again() throws Exception {
    world.hub.close();
    world.sim("u1", "text", "{\"text\":\"alo\"}");

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> state().at("/webhook/retried").asInt() > 0);
  }

  private JsonNode state() throws Exception {
    return World.json(world.get("/_sim/state"));
  }

  private void awaitWebhook(String pointer, String value) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> state().at(pointer).asText().equals(value));
  }
}
