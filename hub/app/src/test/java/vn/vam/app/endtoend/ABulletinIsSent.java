package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.sim.town.TownConfig;
import vn.vam.sim.town.TownSimulator;
import vn.vam.testing.Http;

/** News reach those who agreed to them, by day, once. */
class ABulletinIsSent {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  private static Servers servers;
  private static TownSimulator town;

  /** Whatever the hour, it is noon there. */
  private static Clock noon() {
    ZonedDateTime here = Instant.now().atZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    Duration off = Duration.between(here, here.withHour(12).withMinute(0));
    return Clock.offset(Clock.systemUTC(), off);
  }

  @BeforeAll
  static void the_town_opens() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    town = opened.add(TownSimulator.start(TownConfig.standard().withPort(0).withClock(noon())));
    opened.add(HubHere.start(TownYaml.appendTo(servers.config(), town.port()), noon()));
  }

  @Test
  void to_those_who_agreed_and_to_nobody_else() {
    Phone farmer = servers.phone().of("farmer");
    Phone stranger = servers.phone().of("stranger");
    Phone gone = servers.phone().of("gone");
    farmer.follow();
    stranger.follow();
    gone.follow();
    farmer.say("nhận bản tin mặn");
    gone.say("nhận bản tin mặn");
    farmer.hears("Tôi đồng ý");
    gone.hears("Tôi đồng ý");
    gone.say("DỪNG");
    gone.hears("ngưng");

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(farmer.messagesWith("Bản tin hôm nay")).hasSize(1));

    assertThat(farmer.messagesWith("Bản tin hôm nay").getFirst())
        .contains("Cống Xuân Hòa đóng")
        .contains("https://")
        .contains("dừng bản tin");
    publish("Mặn lui dần theo con nước kém");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              farmer.say("tin mặn");
              assertThat(farmer.messagesWith("Mặn lui dần")).isNotEmpty();
            });
    assertThat(farmer.messagesWith("Bản tin hôm nay")).hasSize(1);
    assertThat(stranger.messagesWith("Bản tin hôm nay")).isEmpty();
    assertThat(gone.messagesWith("Bản tin hôm nay")).isEmpty();
  }

  private static void publish(String title) {
    JsonObject article = JsonObject.of("title", title, "category", "Hạn mặn");
    int status =
        Http.post(town.at("/_sim/articles"), "application/json", article.encode()).statusCode();
    assertThat(status).isEqualTo(200);
  }
}
