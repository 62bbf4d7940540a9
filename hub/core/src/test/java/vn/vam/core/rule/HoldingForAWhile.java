package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.River.cleared;
import static vn.vam.core.rule.River.raised;
import static vn.vam.core.rule.River.rule;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quality;

/** Raised after ten minutes, cleared after twenty; a value holds for thirty at most. */
class HoldingForAWhile {
  private final River river = new River(rule(10, 20));

  @Nested
  class BeforeItIsRaised {
    @Test
    void a_breach_waits() {
      river.says(0, 0.6);

      assertThat(river.says(9, 0.7)).isEmpty();
    }

    @Test
    void it_is_raised_by_the_value_that_comes_exactly_when_it_is_due() {
      river.says(0, 0.6);

      assertThat(river.says(10, 0.7)).containsExactly(raised(10, 0.7));
    }

    @Test
    void a_value_exactly_when_it_is_due_can_still_prevent_it() {
      river.says(0, 0.6);

      assertThat(river.says(10, 0.5)).isEmpty();
    }

    @Test
    void the_time_alone_raises_it() {
      river.says(0, 0.6);

      assertThat(river.timePasses(10)).containsExactly(raised(10, 0.6));
    }

    @Test
    void too_little_time_does_not() {
      river.says(0, 0.6);

      assertThat(river.timePasses(9)).isEmpty();
    }

    @Test
    void it_is_raised_as_of_the_time_it_was_due_however_late_it_is_seen() {
      river.says(0, 0.6);

      assertThat(river.says(25, 0.8)).containsExactly(raised(10, 0.6));
    }

    @Test
    void one_value_at_the_threshold_starts_the_time_anew() {
      river.says(0, 0.6);
      river.says(5, 0.5);
      river.says(6, 0.6);

      assertThat(river.timePasses(15)).isEmpty();
      assertThat(river.timePasses(16)).containsExactly(raised(16, 0.6));
    }

    @Test
    void while_old_values_are_coming_in_the_time_alone_raises_nothing() {
      river.says(0, 0.6, Quality.PASS, 20);

      assertThat(river.timePasses(19)).isEmpty();
      assertThat(river.timePasses(20)).containsExactly(raised(10, 0.6));
    }

    @Test
    void the_next_old_value_can_prevent_it() {
      river.says(0, 0.6, Quality.PASS, 20);
      river.timePasses(19);

      assertThat(river.says(5, 0.1, Quality.PASS, 20)).isEmpty();
      assertThat(river.timePasses(60)).isEmpty();
    }

    @Test
    void time_that_passes_twice_raises_once() {
      river.says(0, 0.6);
      river.timePasses(10);

      assertThat(river.timePasses(11)).isEmpty();
    }
  }

  @Nested
  class BeforeItIsCleared {
    @Test
    void a_safe_value_waits() {
      salty();
      river.says(12, 0.3);

      assertThat(river.says(31, 0.3)).isEmpty();
    }

    @Test
    void it_is_cleared_once_the_safe_level_held() {
      salty();
      river.says(12, 0.3);

      assertThat(river.says(32, 0.2)).containsExactly(cleared(32, 0.2));
    }

    @Test
    void the_time_alone_clears_it() {
      salty();
      river.says(12, 0.3);

      assertThat(river.timePasses(32)).containsExactly(cleared(32, 0.3));
    }

    @Test
    void a_value_between_the_levels_starts_the_time_anew() {
      salty();
      river.says(12, 0.3);
      river.says(20, 0.45);
      river.says(21, 0.3);

      assertThat(river.timePasses(40)).isEmpty();
      assertThat(river.timePasses(41)).containsExactly(cleared(41, 0.3));
    }

    @Test
    void a_breach_meanwhile_is_not_raised_a_second_time() {
      salty();
      river.says(12, 0.3);

      assertThat(river.says(13, 0.9)).isEmpty();
      assertThat(river.timePasses(40)).isEmpty();
    }

    private void salty() {
      river.says(0, 0.6);
      river.says(10, 0.6);
    }
  }

  @Nested
  class AcrossAGap {
    @Test
    void a_breach_that_was_due_within_the_life_of_its_value_is_raised_after_all() {
      river.says(0, 0.6);

      assertThat(river.says(500, 0.6)).containsExactly(raised(10, 0.6));
    }

    @Test
    void time_alone_raises_nothing_beyond_the_life_of_the_last_value() {
      River slow = new River(rule(31, 0));
      slow.says(0, 0.6);

      assertThat(slow.timePasses(500)).isEmpty();
    }

    @Test
    void a_value_that_lives_exactly_until_it_is_due_raises() {
      River slow = new River(rule(30, 0));
      slow.says(0, 0.6);

      assertThat(slow.timePasses(30)).containsExactly(raised(30, 0.6));
    }

    @Test
    void a_longer_silence_starts_the_time_anew() {
      River slow = new River(rule(40, 0));
      slow.says(0, 0.6);
      slow.says(31, 0.6);

      assertThat(slow.says(60, 0.6)).isEmpty();
      assertThat(slow.says(71, 0.7)).containsExactly(raised(71, 0.7));
    }

    @Test
    void a_silence_just_as_long_as_a_value_lives_does_not() {
      River slow = new River(rule(40, 0));
      slow.says(0, 0.6);
      slow.says(30, 0.6);

      assertThat(slow.says(40, 0.7)).containsExactly(raised(40, 0.7));
    }

    @Test
    void silence_is_no_all_clear() {
      River slow = new River(rule(0, 31));
      slow.says(0, 0.6);
      slow.says(1, 0.3);

      assertThat(slow.timePasses(500)).isEmpty();
      assertThat(slow.says(501, 0.3)).isEmpty();
    }
  }

  @Nested
  class SeenTooLate {
    @Test
    void a_breach_that_came_and_went_between_two_looks_gives_both_changes() {
      River quick = new River(rule(10, 0));
      quick.says(0, 0.6);

      assertThat(quick.says(20, 0.3)).containsExactly(raised(10, 0.6), cleared(20, 0.3));
    }

    @Test
    void an_all_clear_and_a_new_breach_likewise() {
      River quick = new River(rule(0, 10));
      quick.says(0, 0.6);
      quick.says(1, 0.3);

      assertThat(quick.says(20, 0.9)).containsExactly(cleared(11, 0.3), raised(20, 0.9));
    }
  }
}
