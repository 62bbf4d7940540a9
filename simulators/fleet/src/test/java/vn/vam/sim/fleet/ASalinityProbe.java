package vn.vam.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ASalinityProbe {

  private final List<Message> played =
      Played.messages(Played.config().withOpeningScenario(false), Duration.ofSeconds(60));

  @Test
  void speaks_at_its_interval_on_its_own_topic() {
    List<Message> said = played.stream().filter(m -> m.device().equals("my-tho-1")).toList();

    assertThat(said).hasSize(30);
    assertThat(said.getFirst().topic()).isEqualTo("vam/v1/salinity/my-tho-1");
  }

  @Test
  void tells_all_it_measures_with_local_offset_and_real_time() {
    JsonNode json = Played.from("my-tho-1", played).getFirst();

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "time", "salinity_gl", "ec25_us_cm", "temperature_c", "level_m", "battery_v");
    assertThat(json.get("time").asText()).endsWith("+07:00");
    assertThat(Played.time(json)).isBetween(Played.START, Played.START.plusSeconds(2));
  }

  @Test
  void agrees_with_itself_about_conductivity() {
    assertThat(Played.of(Kind.SALINITY, played))
        .map(Played::json)
        .allSatisfy(
            json ->
                assertThat(json.get("ec25_us_cm").asDouble())
                    .isCloseTo(
                        Conductivity.ec25(json.get("salinity_gl").asDouble()), within(11.0)));
  }

  @Test
  void stays_within_what_water_here_can_be() {
    assertThat(Played.of(Kind.SALINITY, played))
        .map(Played::json)
        .allSatisfy(
            json -> {
              assertThat(json.get("salinity_gl").asDouble()).isBetween(0.0, 40.0);
              assertThat(json.get("temperature_c").asDouble()).isBetween(26.0, 31.0);
              assertThat(json.get("level_m").asDouble()).isBetween(-3.0, 3.0);
              assertThat(json.get("battery_v").asDouble()).isBetween(12.0, 13.5);
            });
  }
}
