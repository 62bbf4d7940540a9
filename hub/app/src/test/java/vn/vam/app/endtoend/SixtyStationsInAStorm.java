package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;

/** The sea comes in along two rivers at once. */
class SixtyStationsInAStorm {
  private static final List<String> FIRST_NAMES =
      List.of("An", "Bình", "Cẩm", "Đông", "Giang", "Hòa", "Long", "Minh", "Phú", "Tân");
  private static final List<String> LAST_NAMES =
      List.of("Thạnh", "Lợi", "Hưng", "Mỹ", "Định", "Khánh");
  private static final List<String> RIVERS = List.of("sông Tiền", "sông Hậu");

  /** Of one river: four before there is a storm, and a sum in each of two turns. */
  private static final int MOST_OF_A_RIVER = 6;

  private static final Pattern MORE = Pattern.compile("… và (\\d+) nơi nữa");
  private static final Pattern CALLS = Pattern.compile("(\\d+) tin chưa có ai nhận");

  private static final String STORM =
      "  pace: { minute: 1000, hour: 1000 }\n  storm: { alerts: 5, within: 10m, every: 5s }\n";
  private static final String ON_DUTY =
      """

      operators:
        people: [ { name: Trực ban, zalo: duty-1, roles: [duty] } ]
        escalate: [ { to: [duty] } ]
        storm: { alerts: 5, within: 1m, every: 5s }
      """;

  private record Spot(String id, String name, String river) {
    String station() {
      return "  - { id: %s, name: %s, kind: salinity, along: %s }\n".formatted(id, name, river);
    }

    String device() {
      return "  - { id: %s-1, station: %s }\n".formatted(id, id);
    }
  }

  private static final List<Spot> SPOTS =
      FIRST_NAMES.stream()
          .flatMap(first -> LAST_NAMES.stream().map(last -> spot(first, last)))
          .toList();

  private static Spot spot(String firstName, String lastName) {
    int first = FIRST_NAMES.indexOf(firstName);
    String id = "spot-" + first + LAST_NAMES.indexOf(lastName);
    return new Spot(id, firstName + " " + lastName, RIVERS.get(first % RIVERS.size()));
  }

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Field field;
  private Door door;
  private Phone citizen;
  private Phone duty;

  @BeforeEach
  void somebody_wants_to_hear_of_them_all() throws BadConfig, IOException {
    Servers servers = Servers.startIn(folder, opened);
    opened.add(HubHere.start(of60(servers.config())));
    field = servers.field();
    door = servers.door();
    citizen = servers.phone();
    duty = citizen.of("duty-1");
    duty.follow();
    duty.hears("Xin chào");
    SPOTS.forEach(
        spot ->
            assertThat(citizen.asks("nhận cảnh báo " + spot.name()))
                .as(spot.name())
                .contains(spot.name()));
  }

  private static Path of60(Path config) throws IOException {
    String stations = joined(SPOTS.stream().map(Spot::station));
    String devices = joined(SPOTS.stream().map(Spot::device));
    String ids = String.join(", ", SPOTS.stream().map(Spot::id).toList());
    String yaml =
        Files.readString(config)
            .replaceFirst(
                "(?s)\nstations:.*?\nstore:",
                "\nstations:\n" + stations + "\ndevices:\n" + devices + "\nstore:")
            .replaceFirst(
                "(?s)\nrules:.*?\ncitizens:\n",
                "\n"
                    + """
      rules:
        - id: salt
          watch: { quantity: salinity_gl, stations: [%s] }
          raise: { above: 0.5 }
          clear: { below: 0.4 }
          severity: danger
          text: vi/salt
      """
                        .formatted(ids)
                    + "\ncitizens:\n"
                    + STORM);
    return Files.writeString(config, yaml + ON_DUTY);
  }

  private static String joined(Stream<String> lines) {
    return String.join("", lines.toList());
  }

  @Test
  void a_citizen_and_an_operator_hear_of_all_in_a_few_messages_by_river() {
    int agreements = citizen.messages().size();
    int greetings = duty.messages().size();

    SPOTS.forEach(spot -> field.measures(spot.id() + "-1", 4.2));

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(door.alerts()).hasSize(SPOTS.size());
              assertThat(door.deliveries("waiting")).isZero();
              assertThat(toldOf(since(agreements, citizen))).isEqualTo(SPOTS.size());
              assertThat(calledTo(since(greetings, duty))).isEqualTo(SPOTS.size());
            });
    assertThat(since(agreements, citizen))
        .hasSizeLessThanOrEqualTo(RIVERS.size() * MOST_OF_A_RIVER);
    assertThat(since(greetings, duty)).hasSizeLessThanOrEqualTo(RIVERS.size() * MOST_OF_A_RIVER);
    for (String river : RIVERS) {
      assertThat(citizen.messagesWith("Nhiều nơi dọc " + river)).isNotEmpty();
      assertThat(duty.messagesWith("Nhiều tin cùng lúc ở " + river)).isNotEmpty();
    }
  }

  private static List<String> since(int before, Phone phone) {
    List<String> all = phone.messages();
    return all.subList(before, all.size());
  }

  /** How many places these messages name, or count behind those that they name. */
  private static int toldOf(List<String> messages) {
    String all = String.join("\n", messages);
    long named = SPOTS.stream().map(Spot::name).filter(all::contains).count();
    return (int) named
        + MORE.matcher(all).results().mapToInt(more -> Integer.parseInt(more.group(1))).sum();
  }

  /** To how many alerts these messages call: one, or as many as they say. */
  private static int calledTo(List<String> messages) {
    return messages.stream()
        .map(CALLS::matcher)
        .mapToInt(calls -> calls.find() ? Integer.parseInt(calls.group(1)) : 1)
        .sum();
  }
}
