package vn.vam.sim.fleet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TheLifeOfACameraEvent {

  private static final String TYPES =
      "line-crossed|intrusion|vehicle|person|flood|red-light|tamper|offline";

  private final List<JsonNode> told =
      Played.of(
              Kind.CAMERA,
              Played.messages(Played.config().withEvery(Duration.ofHours(1)), Duration.ofHours(1)))
          .stream()
          .map(Played::json)
          .toList();

  @Test
  void goes_from_new_over_updates_to_end() {
    assertThat(finished())
        .hasSizeGreaterThan(300)
        .allSatisfy(phases -> assertThat(String.join(" ", phases)).matches("new( update)* end"));
  }

  @Test
  void shows_every_type_sooner_or_later() {
    assertThat(told)
        .map(json -> json.get("type").asText())
        .allMatch(type -> type.matches(TYPES))
        .contains(TYPES.split("\\|"));
  }

  @Test
  void keeps_its_type_and_grows_surer() {
    assertThat(told).allMatch(json -> json.get("score").asDouble() <= 1);
    assertThat(
            told.stream()
                .collect(
                    groupingBy(TheLifeOfACameraEvent::id, mapping(e -> e.get("type"), toList())))
                .values())
        .allSatisfy(types -> assertThat(types).containsOnly(types.getFirst()));
  }

  @Test
  void tells_what_and_where_and_never_who() {
    assertThat(told)
        .allSatisfy(
            json ->
                assertThat(json.fieldNames())
                    .toIterable()
                    .containsExactly("time", "event_id", "type", "phase", "score", "zone"));
  }

  private Collection<List<String>> finished() {
    Map<String, List<String>> phases =
        told.stream()
            .collect(
                groupingBy(
                    TheLifeOfACameraEvent::id,
                    LinkedHashMap::new,
                    mapping(event -> event.get("phase").asText(), toList())));
    phases.values().removeIf(each -> !each.getLast().equals("end"));
    return phases.values();
  }

  private static String id(JsonNode event) {
    return event.get("event_id").asText();
  }
}
