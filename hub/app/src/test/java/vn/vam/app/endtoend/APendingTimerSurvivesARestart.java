package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A breach has to hold for six seconds, and in between the hub is killed. */
class APendingTimerSurvivesARestart {
  private static final Duration HOLD = Duration.ofSeconds(6);

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();

  @Test
  void and_the_alert_is_raised_at_its_time_without_another_reading() {
    Servers servers = Servers.startIn(folder, opened);
    Door door = servers.door();
    HubElsewhere hub = opened.add(new HubElsewhere(servers.config(), door));
    Instant breach = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    servers.field().measures("my-tho-1", 4.2, breach);
    Awaitility.await().until(() -> Instant.now().isAfter(breach.plusSeconds(2)));
    hub.kill();
    hub.startAgain();

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(door.alerts()).hasSize(1));
    JsonObject alert = door.alerts().getFirst();
    assertThat(alert.getString("station")).isEqualTo("my-tho");
    assertThat(alert.getString("state")).isEqualTo("raised");
    assertThat(OffsetDateTime.parse(alert.getString("since")).toInstant())
        .isEqualTo(breach.plus(HOLD));
  }
}
