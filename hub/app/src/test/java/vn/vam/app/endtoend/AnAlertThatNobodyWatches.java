package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;
import vn.vam.testing.Http;

/** What an alert was about leaves the configuration while it stands. */
class AnAlertThatNobodyWatches {
  private static final String NOT_WATCHED = "Vàm không còn theo dõi điều đã báo ở Xuân Hòa";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private Path config;
  private Hub hub;
  private Door door;
  private Phone citizen;
  private Phone duty;
  private String number;

  @BeforeEach
  void it_is_raised_and_told() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    config = OnDuty.config(servers, "1h");
    hub = HubHere.start(config);
    opened.add(() -> hub.close());
    door = servers.door();
    citizen = servers.phone();
    duty = servers.phone().of("duty-1");
    duty.follow();
    duty.hears("Xin chào");
    citizen.follow();
    citizen.hears("Xin chào");
    citizen.say("nhận cảnh báo Xuân Hòa");
    citizen.hears("Đã ghi nhận");
    servers.field().measures("xuan-hoa-1", 4.2);
    number = duty.hears("🔔 Tin A-").replaceFirst("(?s).*?(A-\\d+).*", "$1");
    citizen.hears("Nước tại Xuân Hòa đã mặn");
  }

  @Test
  void is_ended_at_the_next_start_when_its_rule_is_gone_and_everybody_hears_why()
      throws IOException, BadConfig {
    String warned = Http.get(door.at("/api/v1/alerts.cap")).body();
    restartsWith("  - id: salt\n", "  - id: brine\n");

    assertThat(citizen.hears(NOT_WATCHED)).contains(number, "chưa có nghĩa là đã trở lại bình");
    assertThat(duty.hears("ℹ️ Tin " + number + " không còn được theo dõi")).contains("Xuân Hòa");
    assertThat(events()).endsWith("unwatched").doesNotContain("cleared");
    assertThat(warned).contains("<msgType>Alert").contains(number);
    assertThat(Http.get(door.at("/api/v1/alerts.cap")).body())
        .contains("<msgType>Cancel", "Xuân Hòa (" + number + ": không còn theo dõi)");
    assertThat(citizen.messagesWith("✅")).isEmpty();
    restartsWith("  - id: brine\n", "  - id: brine\n");
    citizen.asks("menu");
    assertThat(citizen.messagesWith(NOT_WATCHED)).hasSize(1);
    assertThat(duty.messagesWith("không còn được theo dõi")).hasSize(1);
  }

  @Test
  void is_ended_when_its_rule_looks_at_something_else_by_now() throws IOException, BadConfig {
    restartsWith(
        "[xuan-hoa] }\n    raise: { above: 0.5, for: 1s }\n    clear: { below: 0.4, for: 1s }",
        "[xuan-hoa] }\n    raise: { below: 0.2, for: 1s }\n    clear: { above: 0.3, for: 1s }");
    servers.field().measures("xuan-hoa-1", 4.3);

    citizen.hears(NOT_WATCHED);
    assertThat(events()).endsWith("unwatched");
    assertThat(citizen.messagesWith("✅")).isEmpty();
  }

  @Test
  void goes_on_when_only_its_level_is_another() throws IOException, BadConfig {
    restartsWith("raise: { above: 0.5, for: 1s }", "raise: { above: 0.6, for: 1s }");
    servers.field().measures("xuan-hoa-1", 0.1);

    citizen.hears("an toàn trở lại");
    assertThat(events()).endsWith("cleared").doesNotContain("unwatched");
  }

  @Test
  void is_ended_while_the_hub_runs_when_its_station_is_gone_and_raised_anew_when_it_is_back()
      throws IOException {
    hub.watch(config, HubHere.reader());
    String before = Files.readString(config);
    Files.writeString(
        config,
        before
            .replaceAll("  - \\{ id: xuan-hoa, .*\n", "")
            .replaceAll("  - .*station: xuan-hoa }\n", "")
            .replace("stations: [xuan-hoa]", "stations: [ben-tre]"));

    citizen.hears(NOT_WATCHED);
    duty.hears("không còn được theo dõi");
    assertThat(events()).endsWith("unwatched");

    Files.writeString(config, before);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> door.get("/api/v1/stations").encode().contains("xuan-hoa"));
    servers.field().measures("xuan-hoa-1", 4.4);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(citizen.messagesWith("Nước tại Xuân Hòa đã mặn")).hasSize(2));
  }

  @Test
  void so_is_a_limit_of_somebodys_own() throws IOException, BadConfig {
    Phone other = servers.phone().of("citizen-2");
    other.follow();
    other.hears("Xin chào");
    other.asks("báo tôi khi bến tre trên 1");
    other.asks("có");
    servers.field().measures("ben-tre-1", 1.4);
    other.hears("đúng mức bà con dặn");

    restartsWith("  - \\{ id: ben-tre.*\n", "");

    assertThat(other.hears("Vàm không còn theo dõi Bến Tre"))
        .contains("chưa có nghĩa là nước đã trở lại");
    other.asks("menu");
    assertThat(other.messagesWith("hết quá mức")).isEmpty();
  }

  private void restartsWith(String line, String instead) throws IOException, BadConfig {
    hub.close();
    String before = Files.readString(config);
    String after =
        before.contains(line) ? before.replace(line, instead) : before.replaceAll(line, instead);
    Files.writeString(config, after);
    hub = HubHere.start(config);
  }

  private List<String> events() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(25))
        .untilAsserted(
            () ->
                assertThat(door.get("/api/v1/alerts/" + number).getString("state"))
                    .isEqualTo("cleared"));
    return door.get("/api/v1/alerts/" + number).getJsonArray("history").stream()
        .map(event -> ((JsonObject) event).getString("event"))
        .toList();
  }
}
