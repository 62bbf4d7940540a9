package vn.vam.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheOpeningScenario {

  @ParameterizedTest(name = "at speed {0}")
  @ValueSource(doubles = {1, 60, 3600})
  void lets_salt_pass_xuan_hoa_on_the_wall_clock_whatever_the_speed(double speed) {
    List<JsonNode> xuanHoa = minuteOf("xuan-hoa-1", Played.config().withSpeed(speed));

    assertThat(between(xuanHoa, 0, 6)).allMatch(s -> s >= 0.2 && s <= 0.32);
    assertThat(between(xuanHoa, 8, 9)).allMatch(s -> s > 0.5);
    assertThat(between(xuanHoa, 12, 34)).allMatch(s -> s > 1.0);
    assertThat(between(xuanHoa, 22, 26)).anySatisfy(s -> assertThat(s).isCloseTo(4, within(0.1)));
    assertThat(between(xuanHoa, 40, 55)).hasSizeGreaterThan(13).allMatch(s -> s < 0.4);
  }

  @Test
  void raises_a_rule_of_five_seconds_within_30_s_and_clears_it_within_55() {
    List<JsonNode> xuanHoa = minuteOf("xuan-hoa-1", Played.config());

    assertThat(heldForFiveSeconds(xuanHoa, 0, s -> s > 0.5)).isBetween(10L, 30L);
    assertThat(heldForFiveSeconds(xuanHoa, 20, s -> s < 0.4)).isBetween(40L, 55L);
  }

  @Test
  void comes_to_vam_giong_five_seconds_later_and_higher() {
    List<JsonNode> vamGiong = minuteOf("vam-giong-1", Played.config());

    assertThat(between(vamGiong, 0, 11)).allMatch(s -> s < 0.35);
    assertThat(between(vamGiong, 27, 31)).allMatch(s -> s > 6);
    assertThat(between(vamGiong, 45, 60)).allMatch(s -> s < 0.4);
  }

  @Test
  void hands_over_to_the_model_without_a_step() {
    FleetConfig config = Played.config().withSpeed(1);

    List<JsonNode> said = Played.from("xuan-hoa-1", Played.messages(config, Duration.ofMinutes(5)));

    List<Double> after = between(said, 56, 300);
    for (int i = 1; i < after.size(); i++) {
      assertThat(after.get(i)).isCloseTo(after.get(i - 1), within(0.2));
    }
    assertThat(after.getLast()).isGreaterThan(2);
  }

  @Test
  void speaks_every_second_while_it_lasts() {
    assertThat(minuteOf("xuan-hoa-1", Played.config())).hasSizeBetween(56, 60);
  }

  @Test
  void is_spared_by_chance_faults() {
    FleetConfig broken = Played.config().withFaultRate(1);

    List<JsonNode> xuanHoa =
        Played.from("xuan-hoa-1", Played.messages(broken, Duration.ofSeconds(50)));

    assertThat(xuanHoa).hasSize(51).allMatch(json -> json.get("salinity_gl").isNumber());
  }

  @Test
  void can_be_left_out() {
    FleetConfig plain = Played.config().withOpeningScenario(false).withSpeed(1);

    assertThat(between(minuteOf("xuan-hoa-1", plain), 0, 60)).allMatch(s -> s > 1);
  }

  private static List<JsonNode> minuteOf(String device, FleetConfig config) {
    return Played.from(device, Played.messages(config, Duration.ofSeconds(60)));
  }

  private static List<Double> between(List<JsonNode> said, long fromS, long toS) {
    Instant from = Played.START.plusSeconds(fromS);
    Instant to = Played.START.plusSeconds(toS);
    return said.stream()
        .filter(json -> !Played.time(json).isBefore(from) && Played.time(json).isBefore(to))
        .map(json -> json.get("salinity_gl").asDouble())
        .toList();
  }

  /**
   * Seconds after the start when the condition has held for five; as a hub's timer would see it.
   */
  private static long heldForFiveSeconds(List<JsonNode> said, long fromS, DoublePredicate holds) {
    Instant since = Instant.MAX;
    for (JsonNode json : said) {
      Instant at = Played.time(json);
      boolean held = at.isAfter(Played.START.plusSeconds(fromS)) && holds.test(salinity(json));
      since = held ? (at.isBefore(since) ? at : since) : Instant.MAX;
      if (held && !since.plusSeconds(5).isAfter(at)) {
        return Duration.between(Played.START, at).toSeconds();
      }
    }
    throw new AssertionError("never held for five seconds");
  }

  private static double salinity(JsonNode json) {
    return json.get("salinity_gl").asDouble();
  }
}
