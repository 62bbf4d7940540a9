package vn.vam.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.ConfigReader;
import vn.vam.app.config.ConfigReader.RulesOnly;
import vn.vam.core.citizen.AlertText;

/** What {@code vam rules test} makes of a hub's log is what the hub had told of. */
class HearingTheLogAgain {
  private static final int STEPS = Integer.getInteger("vam.steps", 150);
  private static final long SEEDS = Long.getLong("vam.seeds", 4);

  /** Of a hub that was killed these came out otherwise once, by a rise and by a count of events. */
  private static final long[] ONCE_WRONG = {7, 36};

  private static final Instant START = Instant.parse("2026-03-12T05:00:00Z");
  private static final String RULES =
      """
      stations:
        - { id: xuan-hoa, name: Xuân Hòa, kind: salinity }
        - { id: my-tho, name: Mỹ Tho, kind: salinity }
        - { id: go-cat, name: Gò Cát, kind: salinity }
        - { id: quay, name: Cầu cảng, kind: camera }
      devices:
        - { id: xuan-hoa-1, station: xuan-hoa, every: 10m }
        - { id: xuan-hoa-2, station: xuan-hoa, every: 20m }
        - { id: my-tho-1, station: my-tho, every: 10m }
        - { id: go-cat-1, station: go-cat, every: 10m }
        - { id: quay-1, station: quay }
      rules:
        - id: holding
          watch: { quantity: salinity_gl, stations: [xuan-hoa, my-tho, go-cat] }
          raise: { above: 0.5, for: 15m }
          clear: { below: 0.4, for: 20m }
        - id: climbing
          watch: { quantity: salinity_gl, stations: [xuan-hoa, my-tho] }
          raise: { above: 0.6, for: 20m }
          clear: { below: 0.5 }
          escalate: [ { severity: warning, above: 0.7, for: 5m }, { severity: danger, above: 0.9 } ]
          flapping: 3 within 2h
        - id: rising
          watch: { quantity: salinity_gl, stations: [xuan-hoa, go-cat] }
          raise: { rises: 0.3 per 1h }
        - id: mean
          watch: { quantity: salinity_gl, stations: [xuan-hoa, my-tho] }
          raise: { above: 0.55, mean: 40m, for: 5m }
          clear: { below: 0.45, mean: 40m }
          stale_after: 45m
        - id: often
          watch: { quantity: salinity_gl, stations: [my-tho] }
          raise: { above: 0.5, count: 3 within 40m }
        - id: outside
          watch: { quantity: salinity_gl, stations: [go-cat] }
          raise: { outside: [0.2, 0.8] }
          clear: { inside: [0.3, 0.7], for: 10m }
          active: { hours: ["05:00", "21:00"] }
        - id: together
          watch: { quantity: salinity_gl, stations: [xuan-hoa, my-tho, go-cat], together: 2 }
          raise: { above: 0.55, for: 10m }
          clear: { below: 0.45 }
        - id: somewhere
          watch: { quantity: salinity_gl, stations: [xuan-hoa] }
          raise: { any: [ { station: xuan-hoa, above: 0.8 }, { station: my-tho, above: 0.75 } ] }
          clear: { all: [ { station: xuan-hoa, below: 0.6 }, { station: my-tho, below: 0.6 } ], for: 5m }
        - id: flood
          watch: { event: flood, stations: [quay] }
          raise: { count: 2 within 20m }
      """;
  private static final String SILENCE =
      """
        - id: silent
          watch: { stations: [xuan-hoa, my-tho], parent: go-cat }
          raise: { silent: 3x }
        - id: dumb
          watch: { quantity: salinity_gl, stations: [xuan-hoa, go-cat] }
          raise: { silent: 50m }
      """;

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  static LongStream ofHubsThatAreKilled() {
    return LongStream.concat(LongStream.range(0, SEEDS - 2), LongStream.of(ONCE_WRONG)).distinct();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void gives_the_same_alerts(long seed) throws Exception {
    try (RulesOnALog hub = new RulesOnALog(rules(RULES + SILENCE), folder, START)) {
      RandomDay day = new RandomDay(seed, START);
      for (int step = 0; step < STEPS; step++) {
        day.step(hub);
      }

      assertThat(hub.told()).isEqualTo(hub.tested()).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("ofHubsThatAreKilled")
  void gives_the_same_alerts_though_the_hub_was_killed_again_and_again(long seed) throws Exception {
    try (RulesOnALog hub = new RulesOnALog(rules(RULES + SILENCE), folder, START)) {
      RandomDay day = new RandomDay(seed, START);
      for (int step = 0; step < STEPS; step++) {
        day.step(hub);
        if (step % 7 == 6) {
          day.stops(hub);
        }
      }

      assertThat(hub.told()).isEqualTo(hub.tested()).isNotEmpty();
    }
  }

  @Test
  void a_random_day_makes_every_rule_speak() throws Exception {
    try (RulesOnALog hub = new RulesOnALog(rules(RULES + SILENCE), folder, START)) {
      RandomDay day = new RandomDay(1, START);
      for (int step = 0; step < 6 * STEPS; step++) {
        day.step(hub);
      }
      List<String> told = hub.told();

      assertThat(rules(RULES + SILENCE).rules())
          .allSatisfy(
              rule ->
                  assertThat(told)
                      .anyMatch(
                          line -> line.startsWith("Raised") && line.contains("rule=" + rule.id()))
                      .anyMatch(
                          line ->
                              line.startsWith("Cleared") && line.contains("rule=" + rule.id())));
      assertThat(told).anyMatch(line -> line.startsWith("Escalated"));
    }
  }

  private RulesOnly rules(String yaml) throws BadConfig, IOException {
    Path file = Files.writeString(folder.resolve("vam.yaml"), yaml);
    return new ConfigReader(Set.of("native"), Set.copyOf(AlertText.keys()), Map.of())
        .readRules(file);
  }
}
