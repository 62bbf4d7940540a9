package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;

/** Much happens at once along a river: a citizen who hears of all of it has one message. */
class ACitizenInAStorm {
  private static final String ALARM = "Nhiều nơi dọc sông Tiền cùng có tin";
  private static final String ALL_CLEAR = "Nhiều nơi dọc sông Tiền đã trở lại bình thường";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Field field;
  private Door door;
  private Phone everywhere;
  private Phone atBenTre;
  private Phone withOwnLimits;

  @BeforeEach
  void citizens_agree_to_some_stations_of_a_river() throws BadConfig, IOException {
    Servers servers = Servers.startIn(folder, opened);
    opened.add(HubHere.start(stormy(servers.config())));
    field = servers.field();
    door = servers.door();
    everywhere = servers.phone().of("citizen-1");
    atBenTre = servers.phone().of("citizen-2");
    for (String station : List.of("Xuân Hòa", "Mỹ Tho", "Bến Tre")) {
      assertThat(everywhere.asks("nhận cảnh báo " + station)).contains(station);
    }
    assertThat(atBenTre.asks("nhận cảnh báo Bến Tre")).contains("Bến Tre");
    withOwnLimits = servers.phone().of("citizen-3");
    assertThat(withOwnLimits.asks("báo tôi khi Mỹ Tho trên 1")).contains("Mỹ Tho");
    assertThat(withOwnLimits.asks("báo tôi khi Bến Tre trên 2")).contains("Bến Tre");
  }

  /** Two changes are a storm; the others have fifteen seconds to follow. */
  private static Path stormy(Path config) throws IOException {
    String yaml =
        Files.readString(config)
            .replaceFirst("(?s)\nrules:.*?\ncitizens:\n", "\n" + RULES + "\ncitizens:\n" + STORM);
    return Files.writeString(config, yaml);
  }

  private static final String STORM = "  storm: { alerts: 2, within: 10m, every: 15s }\n";
  private static final String RULES =
      """
      rules:
        - id: salt
          watch: { quantity: salinity_gl, stations: [xuan-hoa, my-tho, ben-tre] }
          raise: { above: 0.5 }
          clear: { below: 0.4 }
          severity: danger
          text: vi/salt
      """;

  @Test
  void what_follows_the_first_alarm_is_one_message_and_so_is_the_all_clear() {
    field.measures("xuan-hoa-1", 4.2);
    everywhere.hears("Xuân Hòa đã mặn");
    field.measures("my-tho-1", 4.3);
    field.measures("ben-tre-1", 4.4);

    assertThat(hears(everywhere, ALARM)).contains("Mỹ Tho", "Bến Tre").doesNotContain("Xuân Hòa");
    assertThat(hears(atBenTre, "Bến Tre đã mặn")).contains("4,4");
    patiently()
        .untilAsserted(
            () ->
                assertThat(toldOf("my-tho"))
                    .singleElement()
                    .satisfies(
                        told -> assertThat(told.getString("name")).matches("S-\\d+/storm"),
                        told -> assertThat(told.getLong("delivered")).isEqualTo(2)));

    assertThat(hears(withOwnLimits, "Nhiều nơi nước đã tới mức"))
        .contains("• Mỹ Tho: 4,3 g/l, đã trên 1 g/l", "• Bến Tre: 4,4 g/l, đã trên 2 g/l");

    field.measures("xuan-hoa-1", 0.1);
    field.measures("my-tho-1", 0.1);
    field.measures("ben-tre-1", 0.1);

    assertThat(hears(everywhere, ALL_CLEAR)).contains("Xuân Hòa", "Mỹ Tho", "Bến Tre");
    patiently().untilAsserted(() -> assertThat(door.deliveries("waiting")).isZero());
    assertThat(everywhere.messagesWith("Nhiều nơi dọc")).hasSize(2);
    assertThat(everywhere.messagesWith("đã mặn")).hasSize(1);
    assertThat(hears(withOwnLimits, "không còn ở mức bà con dặn")).contains("Mỹ Tho", "Bến Tre");
    assertThat(withOwnLimits.messages()).as("two agreements, alarms, ends").hasSize(4);
    assertThat(atBenTre.messages()).as("an agreement, an alarm, an all-clear").hasSize(3);
  }

  /** Of whom the trace of the station's newest message tells. */
  private List<JsonObject> toldOf(String station) {
    JsonObject newest = first(door.get("/api/v1/trace?station=" + station), "messages");
    JsonObject decided = first(door.get("/api/v1/trace/" + newest.getString("id")), "decisions");
    return decided.getJsonArray("told").stream().map(JsonObject.class::cast).toList();
  }

  private static JsonObject first(JsonObject json, String list) {
    assertThat(json.getJsonArray(list)).as(list).isNotEmpty();
    return json.getJsonArray(list).getJsonObject(0);
  }

  /** What waits for others comes later than a phone is usually watched. */
  private static String hears(Phone phone, String words) {
    patiently().untilAsserted(() -> assertThat(phone.messagesWith(words)).isNotEmpty());
    return phone.messagesWith(words).getFirst();
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(100));
  }
}
