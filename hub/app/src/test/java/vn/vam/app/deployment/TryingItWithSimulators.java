package vn.vam.app.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.Http;

@Tag("deployment")
@EnabledIf(
    value = "isExpected",
    disabledReason = "no Docker engine or no compose answers, or an image cannot be had")
class TryingItWithSimulators {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir private static Path folder;
  private static Installation trial;

  static boolean isExpected() {
    return Installation.isExpected();
  }

  @BeforeAll
  static void install() {
    trial = Installation.of(folder, "compose.yaml", "compose.simulators.yaml");
  }

  @AfterAll
  static void remove() {
    if (trial != null) {
      trial.close();
    }
  }

  @Test
  void the_fleet_speaks_for_all_its_devices_through_one_account() {
    await()
        .atMost(A_MINUTE)
        .untilAsserted(() -> assertThat(trial.printed("fleet")).contains("fleet connected"));
    await().atMost(A_MINUTE).until(() -> books().path("messages").path("stored").asInt() > 100);
    assertThat(books().path("balanced").asBoolean()).isTrue();
  }

  @Test
  void a_citizen_who_asks_for_the_salt_at_xuan_hoa_is_answered_on_the_phone() {
    await().atMost(A_MINUTE).until(() -> hasValue("xuan-hoa"));
    Http.post(trial.phone("/_sim/users/ba-con/follow"), "application/json", "{}");

    Http.post(
        trial.phone("/_sim/users/ba-con/text"),
        "application/json",
        "{\"text\":\"do man xuan hoa\"}");

    await()
        .atMost(A_MINUTE)
        .untilAsserted(
            () ->
                assertThat(Http.get(trial.phone("/_sim/messages?user=ba-con")).body())
                    .contains("Nước tại Xuân Hòa"));
  }

  private static boolean hasValue(String station) {
    for (JsonNode each : Installation.json(trial.hub("/api/v1/stations")).path("stations")) {
      if (each.path("id").asText().equals(station)) {
        return each.path("latest").has("salinity_gl");
      }
    }
    return false;
  }

  private static JsonNode books() {
    return Installation.json(trial.hub("/api/v1/books"));
  }
}
