package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.XUAN_HOA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;

/** A hundred thousand citizens, each with a limit of their own for the same place. */
class HavingManyLimits {
  private static final int CITIZENS = 100_000;
  private static final List<Rule> LIMITS =
      IntStream.range(0, CITIZENS).mapToObj(n -> limit(n, 0.1 + n * 0.0001)).toList();

  private static Rule limit(int number, double above) {
    return new Rule(
        new RuleId("limit-" + number),
        Quantity.SALINITY,
        Set.of(XUAN_HOA),
        number % 2 == 0 ? new Level.Above(above) : new Level.Below(above),
        Duration.ZERO,
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
    RuleEngine awake = RuleEngine.explaining(some);
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
