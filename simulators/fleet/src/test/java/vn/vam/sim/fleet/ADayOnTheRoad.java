package vn.vam.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ADayOnTheRoad {

  /** A Tuesday. */
  private static final Instant MIDNIGHT = FleetConfig.RECORD_SALT_DAY;

  private List<JsonNode> counted = List.of();

  @BeforeAll
  void play_two_hours_around_the_morning_peak() {
    FleetConfig config =
        Played.config()
            .withSpeed(1)
            .withEvery(Duration.ofHours(1))
            .withTrafficInterval(Duration.ofSeconds(30))
            .withModelStart(MIDNIGHT.plus(Duration.ofHours(6)));
    List<Message> messages = Played.messages(config, Duration.ofHours(2));
    counted = Played.of(Kind.TRAFFIC, messages).stream().map(Played::json).toList();
  }

  @Test
  void has_its_peaks_in_the_morning_and_the_late_afternoon() {
    assertThat(busiest(0, 10)).isBetween(6, 7);
    assertThat(busiest(13, 24)).isBetween(16, 17);
    assertThat(share(7)).isGreaterThan(8 * share(2));
    assertThat(share(17)).isGreaterThan(1.5 * share(14));
  }

  @Test
  void adds_up_to_all_its_vehicles() {
    double day = IntStream.range(0, 24).mapToDouble(ADayOnTheRoad::share).sum();

    assertThat(day).isCloseTo(1, within(0.1));
  }

  @Test
  void is_four_fifths_motorcycles() {
    double motorcycles = sum("motorcycle");
    double all = counted.stream().mapToInt(json -> json.get("count").asInt()).sum();

    assertThat(all).isGreaterThan(20_000);
    assertThat(motorcycles / all).isCloseTo(0.8, within(0.02));
  }

  @Test
  void is_told_lane_by_lane_with_every_field() {
    assertThat(counted)
        .allSatisfy(
            json -> {
              assertThat(json.get("lane").asInt()).isBetween(1, 2);
              assertThat(json.get("direction").asText()).isIn("inbound", "outbound");
              assertThat(json.get("interval_s").asInt()).isEqualTo(30);
              assertThat(json.get("occupancy_pct").asDouble()).isBetween(0.0, 100.0);
              assertThat(json.get("classes").size()).isEqualTo(5);
            });
  }

  @Test
  void counts_each_vehicle_in_one_class() {
    assertThat(counted)
        .allSatisfy(
            json ->
                assertThat(
                        json.get("classes").properties().stream()
                            .mapToInt(each -> each.getValue().asInt())
                            .sum())
                    .isEqualTo(json.get("count").asInt()));
  }

  @Test
  void gives_a_speed_exactly_when_something_passed() {
    assertThat(counted)
        .allSatisfy(
            json -> assertThat(json.has("speed_kmh")).isEqualTo(json.get("count").asInt() > 0));
  }

  @Test
  void starts_every_interval_on_an_even_mark_and_none_before_the_fleet() {
    assertThat(counted)
        .map(Played::time)
        .allSatisfy(
            time -> {
              assertThat(time.toEpochMilli() % 30_000).isZero();
              assertThat(time).isAfterOrEqualTo(Played.START);
            });
  }

  private double sum(String vehicle) {
    return counted.stream().mapToInt(json -> json.at("/classes/" + vehicle).asInt()).sum();
  }

  private static int busiest(int fromHour, int toHour) {
    return IntStream.range(fromHour, toHour)
        .reduce((one, other) -> share(other) > share(one) ? other : one)
        .orElseThrow();
  }

  private static double share(int hour) {
    return TrafficDay.sharePerHour(MIDNIGHT.plus(Duration.ofMinutes(60L * hour + 30)));
  }
}
