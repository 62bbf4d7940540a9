package vn.vam.sim.fleet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Gateways of other makes tell of incidents, each in its own form. */
class IncidentsOnTheRoad {

  private final List<Message> told =
      Played.messages(Played.config().withEvery(Duration.ofHours(1)), Duration.ofHours(1));

  @Test
  void frigate_tells_of_zones_in_events_that_begin_go_on_and_end() {
    List<JsonNode> events = from("frigate/events");

    assertThat(events)
        .extracting(event -> event.at("/after/entered_zones/0").asText())
        .contains("lan-dung-khan-cap", "lan-nguoc-chieu");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.at("/after/camera").asText()).isEqualTo("cam-rach-mieu-1");
              assertThat(event.at("/after/id").asText()).matches("\\d{10}\\.\\d+-in\\d+");
              assertThat(event.at("/after/sub_label").isNull()).isTrue();
            });
    assertThat(lives(events, event -> event.at("/after/id").asText(), e -> e.get("type").asText()))
        .hasSizeGreaterThan(10)
        .allSatisfy(life -> assertThat(String.join(" ", life)).matches("new( update)+( end)?"));
  }

  @Test
  void onvif_tells_of_rules_as_a_state_that_is_true_and_then_false() {
    List<JsonNode> events = from("cam-ap-bac-1/onvif-ej/RuleEngine/FieldDetector/ObjectsInside/&");

    assertThat(events)
        .extracting(event -> event.at("/Source/Rule").asText())
        .contains("TaiNan", "UnTac");
    assertThat(
            lives(
                events,
                event -> event.at("/Data/ObjectId").asText(),
                event -> event.at("/Data/IsInside").asText()))
        .hasSizeGreaterThan(10)
        .allSatisfy(life -> assertThat(String.join(" ", life)).matches("true( true)+( false)?"));
  }

  @Test
  void both_begin_within_the_first_half_minute() {
    Instant soon = Played.START.plusSeconds(30);

    assertThat(Played.messages(Played.config(), Duration.between(Played.START, soon)))
        .extracting(Message::topic)
        .anyMatch(topic -> topic.startsWith("frigate/"))
        .anyMatch(topic -> topic.contains("/onvif-ej/"));
  }

  private List<JsonNode> from(String topic) {
    return told.stream()
        .filter(message -> message.topic().startsWith(topic))
        .map(Played::json)
        .toList();
  }

  private static Collection<List<String>> lives(
      List<JsonNode> events, Function<JsonNode, String> id, Function<JsonNode, String> phase) {
    return events.stream()
        .collect(groupingBy(id, LinkedHashMap::new, mapping(phase, toList())))
        .values();
  }
}
