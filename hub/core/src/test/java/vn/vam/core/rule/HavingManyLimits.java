package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.XUAN_HOA;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Registry;

/** A hundred thousand citizens, each with a limit of their own for the same place. */
class HavingManyLimits {
  private static final Registry NOBODY = new Registry(List.of(), List.of());
  private static final int CITIZENS = 100_000;
  private static final List<Rule> LIMITS =
      IntStream.range(0, CITIZENS).mapToObj(n -> limit(n, 0.1 + n * 0.0001)).toList();

  private static Rule limit(int number, double above) {
    return limit(number, above, 0);
  }

  private static Rule limit(int number, double above, int minutes) {
    return new Rule(
        new RuleId("limit-" + number),
        Quantity.SALINITY,
        Set.of(XUAN_HOA),
        number % 2 == 0 ? new Level.Above(above) : new Level.Below(above),
        Duration.ofMinutes(minutes),
        number % 2 == 0 ? new Level.Below(above * 0.8) : new Level.Above(above * 1.2),
        Duration.ZERO,
        Severity.WATCH,
        "vi/salt",
        Duration.ofHours(1));
  }

  private static Observation salt(int minute, double value) {
    return new Observation(
        XUAN_HOA, Quantity.SALINITY, value, Quality.PASS, Watching.minute(minute));
  }

  private static List<AlertChange> says(RuleEngine engine, int minute, double value) {
    return engine.accept(salt(minute, value), Watching.minute(minute));
  }

  @Test
  void only_those_are_told_whose_limit_was_crossed() {
    RuleEngine engine = new RuleEngine(LIMITS, List.of());
    says(engine, 0, 5.0);

    assertThat(says(engine, 1, 5.00055)).extracting(change -> change.rule().value()).hasSize(3);
    assertThat(says(engine, 2, 5.00055)).isEmpty();
  }

  @Test
  void what_is_told_is_what_each_of_them_alone_would_have_told() {
    List<Rule> some = IntStream.range(0, 400).mapToObj(n -> LIMITS.get(n * 240)).toList();
    RuleEngine asleep = new RuleEngine(some, List.of());
    RuleEngine awake = RuleEngine.explaining(some, NOBODY);
    Random random = new Random(7);
    double value = 3;
    List<AlertChange> told = new ArrayList<>();
    for (int minute = 0; minute < 2_000; minute++) {
      value = Math.clamp(value + random.nextGaussian(), 0, 11);
      List<AlertChange> changes = says(asleep, minute, value);
      told.addAll(changes);
      assertThat(changes).containsExactlyInAnyOrderElementsOf(says(awake, minute, value));
    }
    assertThat(told).hasSizeGreaterThan(1_000);
  }

  private static Rule held(int number, Random random) {
    Rule limit = LIMITS.get(random.nextInt(CITIZENS));
    return new Rule(
        new RuleId("held-" + number),
        Quantity.SALINITY,
        Set.of(XUAN_HOA),
        ((Condition.Beyond) limit.raise()).level(),
        Duration.ofMinutes(random.nextInt(40)),
        ((Condition.Beyond) limit.clear()).level(),
        Duration.ofMinutes(random.nextInt(60)),
        Severity.WATCH,
        "vi/salt",
        Duration.ofMinutes(10 + random.nextInt(60)));
  }

  /** With gaps, values in disorder, and some that come so late that they count for some only. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void those_that_wait_for_a_while_are_told_what_each_alone_would_have_told(long seed) {
    Random random = new Random(seed);
    List<Rule> some = IntStream.range(0, 300).mapToObj(n -> held(n, random)).toList();
    RuleEngine asleep = new RuleEngine(some, List.of());
    RuleEngine awake = RuleEngine.explaining(some, NOBODY);
    Instant now = Watching.minute(0);
    double value = 5;
    int told = 0;
    for (int i = 0; i < 3_000; i++) {
      now = now.plusSeconds(1 + random.nextInt(random.nextInt(40) == 0 ? 4_000 : 240));
      value = Math.clamp(value + random.nextGaussian() * 0.4, 0, 11);
      Instant at =
          random.nextInt(8) == 0 ? now.minusSeconds(random.nextInt(5_000)) : now.minusSeconds(1);
      Observation next = new Observation(XUAN_HOA, Quantity.SALINITY, value, Quality.PASS, at);
      List<AlertChange> changes = asleep.accept(next, now);
      assertThat(changes).containsExactlyInAnyOrderElementsOf(awake.accept(next, now));
      told += changes.size();
      if (random.nextInt(3) == 0) {
        List<AlertChange> passed = asleep.advance(now);
        assertThat(passed).containsExactlyInAnyOrderElementsOf(awake.advance(now));
        told += passed.size();
      }
    }
    assertThat(told).isGreaterThan(1_000);
  }

  @Test
  void many_that_wait_cost_one_state_for_a_value_that_changes_nothing() {
    List<Rule> some = IntStream.range(0, 400).mapToObj(n -> limit(2 * n, 1, 10)).toList();
    RuleEngine engine = new RuleEngine(some, List.of());
    says(engine, 0, 2);
    assertThat(engine.takeChanged()).hasSize(400);

    says(engine, 1, 3);

    assertThat(engine.takeChanged())
        .singleElement()
        .satisfies(
            state -> {
              assertThat(state.lastAt()).isEqualTo(Watching.minute(1));
              assertThat(state.lastValue()).isEqualTo(3);
            });
  }

  @Test
  void after_a_restart_the_value_of_one_is_the_value_of_all() {
    List<Rule> some = IntStream.range(0, 5).mapToObj(n -> limit(2 * n, 1, 90)).toList();
    RuleEngine before = new RuleEngine(some, List.of());
    Map<RuleId, RuleState> kept = new HashMap<>();
    for (int minute = 0; minute <= 80; minute += 40) {
      says(before, minute, 2 + minute);
      before.takeChanged().forEach(state -> kept.put(state.rule(), state));
    }

    RuleEngine after = new RuleEngine(some, kept.values());

    assertThat(after.advance(Watching.minute(100)))
        .hasSize(5)
        .allSatisfy(
            change ->
                assertThat(change)
                    .isEqualTo(
                        new AlertChange.Raised(
                            change.rule(), XUAN_HOA, Severity.WATCH, Watching.minute(90), 82)));
  }

  @Test
  void one_that_is_taken_back_is_told_nothing_more() {
    RuleEngine engine = new RuleEngine(List.of(limit(0, 1), limit(2, 1)), List.of());
    engine.remove(new RuleId("limit-0"));

    assertThat(says(engine, 0, 2))
        .extracting(AlertChange::rule)
        .containsExactly(new RuleId("limit-2"));
  }

  @Test
  void one_that_is_added_is_told_from_the_next_value_on() {
    RuleEngine engine = new RuleEngine(List.of(), List.of());
    engine.add(limit(0, 1), List.of(), Watching.minute(0));

    assertThat(says(engine, 0, 2)).hasSize(1);
  }
}
