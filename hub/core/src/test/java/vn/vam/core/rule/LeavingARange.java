package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.rule;
import static vn.vam.core.rule.Watching.salt;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeavingARange {
  private final Watching river =
      new Watching(
          rule(salt(new Level.Outside(1, 4)), AT_ONCE, salt(new Level.Inside(1.5, 3.5)), AT_ONCE));

  @ParameterizedTest(name = "{0} g/l")
  @CsvSource({"0.99", "4.01"})
  void either_way_is_raised(double value) {
    assertThat(river.says(0, value)).hasSize(1);
  }

  @ParameterizedTest(name = "{0} g/l")
  @CsvSource({"1", "2", "4"})
  void the_ends_themselves_are_no_breach(double value) {
    assertThat(river.says(0, value)).isEmpty();
  }

  @Test
  void it_is_cleared_well_inside() {
    river.says(0, 0.5);

    assertThat(river.says(1, 1.5)).isEmpty();
    assertThat(river.says(2, 1.6)).containsExactly("2 cleared xuan-hoa watch 1.6");
  }

  @Test
  void a_clear_range_that_reaches_beyond_the_raise_range_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                rule(
                    salt(new Level.Outside(1, 4)),
                    AT_ONCE,
                    salt(new Level.Inside(0.5, 3)),
                    AT_ONCE));
  }

  @Nested
  class ByTheLevelOfService {
    private final Watching road =
        new Watching(
            rule(
                salt(LevelOfService.E.orWorse(45)),
                AT_ONCE,
                salt(LevelOfService.C.orBetter(45)),
                AT_ONCE));

    @Test
    void a_street_is_at_e_from_the_lower_bound_of_d_down() {
      assertThat(road.says(0, 18.1)).isEmpty();
      assertThat(road.says(1, 18)).hasSize(1);
    }

    @Test
    void it_is_at_c_above_the_lower_bound_of_c() {
      road.says(0, 10);

      assertThat(road.says(1, 23)).isEmpty();
      assertThat(road.says(2, 23.1)).containsExactly("2 cleared xuan-hoa watch 23.1");
    }

    @Test
    void every_speed_is_a_or_worse_and_so_no_level() {
      assertThatIllegalArgumentException().isThrownBy(() -> LevelOfService.A.orWorse(45));
      assertThatIllegalArgumentException().isThrownBy(() -> LevelOfService.F.orBetter(45));
    }

    @Test
    void an_unknown_class_of_street_is_refused_with_the_known_ones() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LevelOfService.E.orWorse(50))
          .withMessageContaining("45");
    }
  }
}
