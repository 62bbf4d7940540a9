package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.Http;

/**
 * The salinity as a picture, from the webhook to the phone: uploaded, then shown, once; in letters
 * where no picture gets through.
 */
class ACitizenLooksAtAChart {
  private static final String UPLOAD = "/v2.0/oa/upload/image";
  private static final String SEND = "/v3.0/oa/message/cs";
  private static final String TOLD = "Độ mặn Xuân Hòa từ";
  private static final String LETTERS = "Mỗi cột";

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  private static Servers servers;
  private static HubElsewhere hub;
  private static Door door;
  private static int citizens;

  private Phone phone;
  private long unclearBefore;

  @BeforeAll
  static void the_water_turns_salt() {
    servers = Servers.startIn(folder, opened);
    door = servers.door();
    hub = opened.add(new HubElsewhere(servers.config(), door));
    Instant now = Instant.now();
    for (int hour = 5; hour >= 0; hour--) {
      servers.field().measures("xuan-hoa-1", 4.2 - hour * 0.5, now.minusSeconds(hour * 3_600L));
    }
    patiently().until(() -> door.readings("xuan-hoa").size() == 6);
  }

  @BeforeEach
  void someone_else_each_time() {
    phone = servers.phone().of("citizen-" + citizens++);
    unclearBefore = door.deliveries("unclear");
  }

  @Test
  void of_the_last_day() throws IOException {
    phone.say("bieu do xuan hoa");

    JsonObject message = phone.isShown("image");
    assertThat(message.getString("text"))
        .contains(TOLD, "cao nhất 4,2 g/l", "biểu đồ Xuân Hòa 3 ngày")
        .doesNotContain(LETTERS);
    BufferedImage picture = picture(message);
    assertThat(picture.getWidth()).isEqualTo(960);
    assertThat(picture.getHeight()).isEqualTo(540);
    assertThat(phone.messages()).hasSize(1);
  }

  @Test
  void of_three_days() {
    phone.say("biểu đồ xuân hòa 3 ngày");

    assertThat(phone.isShown("image").getString("text")).contains(TOLD);
  }

  @Test
  void in_letters_when_the_picture_is_not_taken() {
    order(JsonObject.of("kind", "http-500", "count", 1, "only", UPLOAD));
    phone.say("biểu đồ xuân hòa");

    phone.hears(LETTERS);
    assertThat(phone.messages()).hasSize(1);
  }

  @Test
  void uploaded_once_more_when_the_platform_has_lost_it() {
    long uploads = uploaded();
    order(JsonObject.of("kind", "refuse", "count", 1, "code", -100, "only", SEND));
    phone.say("biểu đồ xuân hòa");

    assertThat(phone.isShown("image").getString("text")).contains(TOLD).doesNotContain(LETTERS);
    assertThat(phone.messages()).hasSize(1);
    assertThat(uploaded()).isEqualTo(uploads + 2);
  }

  private static long uploaded() {
    JsonObject left =
        new JsonObject(Http.get(servers.zalo.baseUri().resolve("/_sim/state")).body())
            .getJsonObject("quota")
            .getJsonObject("uploads_image_monthly");
    return left.getLong("total") - left.getLong("remaining");
  }

  @Test
  void in_letters_when_the_message_that_shows_it_is_refused() {
    order(JsonObject.of("kind", "refuse", "count", 1, "code", -201, "only", SEND));
    phone.say("biểu đồ xuân hòa");

    phone.hears(LETTERS);
    assertThat(phone.messages()).hasSize(1);
  }

  @Test
  void once_or_nobody_knows_when_the_hub_is_killed_while_it_uploads() {
    order(JsonObject.of("kind", "slow", "count", 1, "ms", 30_000, "only", UPLOAD));
    phone.say("biểu đồ xuân hòa");
    patiently().until(() -> troubles() == 0);
    hub.kill();
    hub.startAgain();

    untilSettled();
    assertThat(told() + unclear()).isGreaterThanOrEqualTo(1);
    assertThat(told()).isLessThanOrEqualTo(1);
  }

  @Test
  void once_when_the_hub_is_killed_before_it_hears_that_it_arrived() {
    order(JsonObject.of("kind", "slow", "count", 1, "ms", 30_000, "only", SEND));
    phone.say("biểu đồ xuân hòa");
    phone.isShown("image");
    hub.kill();
    hub.startAgain();

    untilSettled();
    patiently().until(() -> unclear() == 0);
    assertThat(told()).isEqualTo(1);
  }

  private void untilSettled() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(150))
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(
            () -> {
              assertThat(door.deliveries("waiting")).isZero();
              assertThat(told() + unclear()).isGreaterThanOrEqualTo(1);
            });
  }

  private long told() {
    return phone.messagesWith(TOLD).size();
  }

  private long unclear() {
    return door.deliveries("unclear") - unclearBefore;
  }

  private static BufferedImage picture(JsonObject message) throws IOException {
    URI at = servers.zalo.baseUri().resolve(message.getString("image"));
    return ImageIO.read(new ByteArrayInputStream(Http.bytes(at)));
  }

  private static void order(JsonObject fault) {
    var answer =
        Http.post(
            servers.zalo.baseUri().resolve("/_sim/faults"), "application/json", fault.encode());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  /** Ordered and not met yet. */
  private static int troubles() {
    var answer = Http.get(servers.zalo.baseUri().resolve("/_sim/state"));
    return new JsonObject(answer.body()).getJsonArray("faults").size();
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }
}
