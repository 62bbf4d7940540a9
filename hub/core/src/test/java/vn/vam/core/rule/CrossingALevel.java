package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.vam.core.rule.River.AT_ONCE;
import static vn.vam.core.rule.River.cleared;
import static vn.vam.core.rule.River.raised;
import static vn.vam.core.rule.River.rule;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.StationId;

class CrossingALevel {
  private static final Rule WHEN_LOW = rule(new Level.Below(1.0), 0, new Level.Above(1.2), 0);

  @Nested
  class FromBelow {
    private final River river = new River(AT_ONCE);

    @Test
    void a_breach_that_is_there_at_the_start_is_raised() {
      assertThat(river.says(0, 0.51)).containsExactly(raised(0, 0.51));
    }

    @Test
    void the_threshold_itself_is_no_breach() {
      assertThat(river.says(0, 0.5)).isEmpty();
    }

    @Test
    void the_smallest_step_beyond_it_is_one() {
      assertThat(river.says(0, Math.nextUp(0.5))).hasSize(1);
    }

    @Test
    void a_breach_that_goes_on_is_raised_once() {
      river.says(0, 0.6);

      assertThat(river.says(1, 0.9)).isEmpty();
    }

    @ParameterizedTest(name = "{0} g/l keeps it raised")
    @CsvSource({"0.5", "0.45", "0.4"})
    void between_the_levels_an_alert_stays(double between) {
      river.says(0, 0.6);

      assertThat(river.says(1, between)).isEmpty();
    }

    @Test
    void below_the_clear_level_it_is_cleared() {
      river.says(0, 0.6);

      assertThat(river.says(1, Math.nextDown(0.4))).containsExactly(cleared(1, Math.nextDown(0.4)));
    }

    @Test
    void after_the_all_clear_it_can_be_raised_again() {
      river.says(0, 0.6);
      river.says(1, 0.3);

      assertThat(river.says(2, 0.7)).containsExactly(raised(2, 0.7));
    }

    @Test
    void a_safe_value_clears_nothing_that_was_not_raised() {
      assertThat(river.says(0, 0.1)).isEmpty();
    }
  }

  @Nested
  class FromAbove {
    private final River river = new River(WHEN_LOW);

    @Test
    void the_threshold_itself_is_no_breach() {
      assertThat(river.says(0, 1.0)).isEmpty();
    }

    @Test
    void falling_below_it_is_raised() {
      assertThat(river.says(0, 0.99)).containsExactly(raised(0, 0.99));
    }

    @Test
    void the_clear_level_itself_does_not_clear() {
      river.says(0, 0.9);

      assertThat(river.says(1, 1.2)).isEmpty();
    }

    @Test
    void rising_above_the_clear_level_clears() {
      river.says(0, 0.9);

      assertThat(river.says(1, 1.21)).containsExactly(cleared(1, 1.21));
    }
  }

  @Nested
  class OfOtherStationsAndQuantities {
    @Test
    void a_rule_watches_its_own_stations_alone() {
      RuleEngine engine = new RuleEngine(List.of(AT_ONCE), List.of());

      assertThat(engine.accept(salt("my-tho", 9), River.NOON)).isEmpty();
    }

    @Test
    void a_rule_watches_its_own_quantity_alone() {
      RuleEngine engine = new RuleEngine(List.of(AT_ONCE), List.of());
      Observation warm =
          new Observation(River.XUAN_HOA, Quantity.TEMPERATURE, 30, Quality.PASS, River.NOON);

      assertThat(engine.accept(warm, River.NOON)).isEmpty();
    }

    @Test
    void every_rule_of_a_station_decides_for_itself() {
      Rule danger = as("danger", new Level.Above(4), new Level.Below(3));
      RuleEngine engine = new RuleEngine(List.of(AT_ONCE, danger), List.of());

      assertThat(engine.accept(salt("xuan-hoa", 4.2), River.NOON))
          .extracting(AlertChange::rule)
          .containsExactly(River.SALT, new RuleId("danger"));
    }

    @Test
    void an_alert_at_one_station_says_nothing_about_another() {
      Rule both =
          new Rule(
              River.SALT,
              Quantity.SALINITY,
              Set.of(River.XUAN_HOA, new StationId("my-tho")),
              new Level.Above(0.5),
              AT_ONCE.raiseFor(),
              new Level.Below(0.4),
              AT_ONCE.clearFor(),
              Severity.WATCH,
              "vi/salt",
              AT_ONCE.staleAfter());
      RuleEngine engine = new RuleEngine(List.of(both), List.of());
      engine.accept(salt("xuan-hoa", 1), River.NOON);

      assertThat(engine.accept(salt("my-tho", 1), River.NOON))
          .extracting(AlertChange::station)
          .containsExactly(new StationId("my-tho"));
    }

    private static Observation salt(String station, double value) {
      return new Observation(
          new StationId(station), Quantity.SALINITY, value, Quality.PASS, River.NOON);
    }

    private static Rule as(String id, Level raise, Level clear) {
      return new Rule(
          new RuleId(id),
          Quantity.SALINITY,
          Set.of(River.XUAN_HOA),
          raise,
          AT_ONCE.raiseFor(),
          clear,
          AT_ONCE.clearFor(),
          Severity.DANGER,
          "vi/salt",
          AT_ONCE.staleAfter());
    }
  }

  @Nested
  class WithoutHysteresis {
    @Test
    void a_clear_level_beyond_the_raise_level_is_refused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rule(new Level.Above(0.5), 0, new Level.Below(0.6), 0))
          .withMessageContaining("salt");
    }

    @Test
    void two_levels_on_the_same_side_are_refused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rule(new Level.Below(0.5), 0, new Level.Below(0.4), 0));
    }

    @Test
    void the_same_threshold_both_ways_is_allowed_since_it_lies_on_neither_side() {
      River river = new River(rule(new Level.Above(0.5), 0, new Level.Below(0.5), 0));
      river.says(0, 0.6);

      assertThat(river.says(1, 0.5)).isEmpty();
    }
  }
}
