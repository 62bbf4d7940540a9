package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.SmallDisk;

/** Of time, when a reader falls behind, and of room, when its disk fills up. */
class TheHubRunsShort {
  private static final int MEGABYTES = 64;

  @AutoClose private static final Opened OPENED = new Opened();

  @TempDir private static Path folder = Path.of("");
  private static SmallDisk disk;
  private static Servers servers;
  private static Door door;
  private static Phone duty;

  @BeforeAll
  static void a_hub_on_a_small_disk() throws Exception {
    disk = OPENED.add(SmallDisk.mount(folder, MEGABYTES));
    servers = Servers.startIn(folder, OPENED);
    Path config = OnDuty.config(servers, "1s");
    String yaml = Files.readString(config);
    Files.writeString(
        config,
        yaml.replace(folder + "/hub", disk.path() + "/hub")
            .replace("storm: { alerts: 2, within: 1m, every: 1s }", "lag: 2s"));
    OPENED.add(HubHere.start(config));
    door = servers.door();
    duty = servers.phone().of("duty-1");
    duty.follow();
    duty.hears("Xin chào");
  }

  @Test
  void a_reader_that_falls_behind_is_told_until_it_has_caught_up() {
    servers.influx.freeze();
    servers.field().measures("my-tho-1", 0.1);
    String number = numberIn(duty.hears("Máy chủ Vàm: xử lý tin chậm"));
    assertThat(alert("hub-lag").getDouble("value")).isGreaterThanOrEqualTo(2);

    servers.influx.thaw();

    duty.hears("✅ Tin " + number + " đã hết");
    assertThat(alert("hub-lag").getString("state")).isEqualTo("cleared");
  }

  @Test
  void a_disk_whose_reserve_is_used_up_is_told_until_there_is_room_again() throws IOException {
    disk.fill();
    patiently()
        .until(
            () -> {
              servers.field().measures("my-tho-1", 0.1);
              return !Files.exists(disk.path().resolve("hub/log/ballast"));
            });
    String number = numberIn(duty.hears("Máy chủ Vàm: đĩa sắp đầy"));
    assertThat(alert("hub-disk").getString("severity")).isEqualTo("danger");

    disk.empty();

    duty.hears("✅ Tin " + number + " đã hết");
    assertThat(alert("hub-disk").getString("state")).isEqualTo("cleared");
  }

  private static String numberIn(String call) {
    return call.replaceFirst("(?s).*?(A-\\d+).*", "$1");
  }

  private static JsonObject alert(String rule) {
    return door.alerts().stream()
        .filter(alert -> alert.getString("rule").equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
  }
}
