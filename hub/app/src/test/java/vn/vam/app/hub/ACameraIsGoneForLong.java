package vn.vam.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.ConfigReader;
import vn.vam.core.citizen.AlertText;
import vn.vam.core.message.Outcome;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;

/** The quay is flooded, and its camera goes: longer ago than what is read of the log at a start. */
class ACameraIsGoneForLong {
  private static final Duration LONG = Duration.ofHours(5);
  private static final String RULES =
      """
      stations:
        - { id: quay, name: Cầu cảng, kind: camera }
      devices:
        - { id: quay-1, station: quay }
      rules:
        - id: flood
          watch: { event: flood, stations: [quay] }
          raise: { count: 1 within 20m }
      """;

  @TempDir Path folder;
  @AutoClose private RulesOnALog hub;

  @BeforeEach
  void floods() throws Exception {
    Path file = Files.writeString(folder.resolve("vam.yaml"), RULES);
    hub =
        new RulesOnALog(
            new ConfigReader(Set.of("native"), Set.copyOf(AlertText.keys()), Map.of())
                .readRules(file),
            folder,
            Instant.parse("2026-03-12T05:00:00Z"));
    hub.hears(List.of(event("water", CameraEventType.FLOOD, CameraPhase.NEW)));
  }

  private Outcome event(String id, CameraEventType type, CameraPhase phase) {
    return RulesOnALog.said(Quay.event(id, type, phase, Quality.PASS, hub.now(), Optional.empty()));
  }

  private Outcome presence(boolean online) {
    return Quay.presence(online, hub.now());
  }

  private void goesOn(Outcome last) {
    hub.hears(List.of(last));
    hub.passes(LONG);
    hub.hears(List.of(event("lens", CameraEventType.TAMPER, CameraPhase.END)));
    hub.restarts(LONG);
    hub.passes(LONG);
  }

  private void isToldOnlyOnce() {
    assertThat(hub.told()).hasSize(1).isEqualTo(hub.tested()).first().asString().contains("Raised");
  }

  private void isWellOnce(Outcome back) {
    hub.hears(List.of(back));
    hub.passes(LONG);

    assertThat(hub.told()).hasSize(2).isEqualTo(hub.tested()).anyMatch(x -> x.contains("Cleared"));
  }

  @Test
  void there_is_no_all_clear_until_it_says_that_it_is_back() {
    goesOn(event("gone", CameraEventType.OFFLINE, CameraPhase.NEW));
    isToldOnlyOnce();

    isWellOnce(event("gone", CameraEventType.OFFLINE, CameraPhase.END));
  }

  @Test
  void there_is_none_until_its_gateway_says_so() {
    goesOn(presence(false));
    isToldOnlyOnce();

    isWellOnce(presence(true));
  }
}
