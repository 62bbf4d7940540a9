package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.citizen.AlertText;
import vn.vam.core.citizen.ChatPace;
import vn.vam.core.citizen.ChatSettings;
import vn.vam.core.citizen.Quiet;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.limit.LimitRules;

class TellingOfCitizens {
  private static final String FRAME =
      "sources: [ { id: any, broker: embedded, filters: [any/topic], format: native } ]\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void without_the_section_the_usual_holds() throws Exception {
    assertThat(read("")).isEqualTo(ChatSettings.USUAL.askingForNumber(true));
  }

  @Test
  void limits_quiet_hours_consent_and_helpline_are_read() throws Exception {
    ChatSettings settings =
        read(
            """
            citizens:
              limits: { most: 3, least: 0.2, greatest: 10, for: 5m, clear_for: 1h, back: 0.1, stale_after: 2h }
              quiet_hours: ["21:30", "05:00"]
              consent: 'Chịu {station} {limit}'
              helpline: 0273 000 000
              tries: { citizen: 3, code: 6, within: 2h }
              ask_for_number: false
              storm: { first: 3s }
              pace: { minute: 10 }
            """);

    assertThat(settings.limits())
        .isEqualTo(
            new LimitRules(
                3, 0.2, 10, Duration.ofMinutes(5), Duration.ofHours(1), 0.1, Duration.ofHours(2)));
    assertThat(settings.quiet()).isEqualTo(Quiet.between(LocalTime.of(21, 30), LocalTime.of(5, 0)));
    assertThat(settings.consent()).contains("Chịu {station} {limit}");
    assertThat(settings.helpline()).contains("0273 000 000");
    assertThat(settings.asksForNumber()).isFalse();
    assertThat(settings.storm().first()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.pace()).isEqualTo(new ChatPace(10, 300));
    assertThat(settings.tries()).isEqualTo(new TryLimits(3, 6, 60, Duration.ofHours(2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limits: { most: 0 } | citizens.limits.most",
        "limits: { least: -1 } | citizens.limits.least",
        "limits: { least: 5, greatest: 4 } | citizens.limits.greatest",
        "limits: { for: 7h } | citizens.limits.for",
        "limits: { back: 1 } | citizens.limits.back",
        "quiet_hours: ['22:00'] | citizens.quiet_hours",
        "quiet_hours: ['08:00', '22:00'] | citizens.quiet_hours",
        "consent: 'for {citizen}' | citizens.consent",
        "ask_for_number: maybe | citizens.ask_for_number",
        "storm: { first: 2m } | citizens.storm.first",
        "pace: { minute: 0 } | citizens.pace.minute",
        "limit: { most: 1 } | citizens.limit",
      })
  void what_is_wrong_is_named(String setting, String path) {
    BadConfig bad =
        catchThrowableOfType(BadConfig.class, () -> read("citizens: { " + setting + " }"));

    assertThat(bad.complaints()).extracting(Complaint::path).containsExactly(path);
  }

  @Test
  void a_rule_may_not_be_called_as_citizens_limits_are() {
    BadConfig bad =
        catchThrowableOfType(
            BadConfig.class,
            () ->
                read(
                    """
                    stations: [ { id: xuan-hoa, name: Xuân Hòa, kind: salinity } ]
                    rules:
                      - id: own.1
                        watch: { quantity: salinity_gl, stations: [xuan-hoa] }
                        raise: { above: 2 }
                        clear: { below: 1 }
                    """));

    assertThat(bad.complaints()).extracting(Complaint::path).containsExactly("rules[0].id");
  }

  private ChatSettings read(String citizens) throws Exception {
    Path file = Files.writeString(folder.resolve("hub.yaml"), FRAME + citizens);
    return new ConfigReader(Set.of("native"), AlertText.keys(), Map.of()).read(file).citizens();
  }
}
