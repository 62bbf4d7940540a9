package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.MY_THO;
import static vn.vam.core.rule.Watching.XUAN_HOA;
import static vn.vam.core.rule.Watching.measured;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.rule;
import static vn.vam.core.rule.Watching.salt;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quality;

class AcrossStations {
  private static Condition of(Level level, int least) {
    return new Condition.Several(List.of(salt(level).at(XUAN_HOA), salt(level).at(MY_THO)), least);
  }

  private static Watching together(int least, Duration raiseFor) {
    return new Watching(
        rule(
            of(new Level.Above(0.5), least),
            raiseFor,
            of(new Level.Below(0.4), 3 - least),
            AT_ONCE));
  }

  @Nested
  class All {
    private final Watching river = together(2, AT_ONCE);

    @Test
    void one_alone_raises_nothing() {
      assertThat(river.says(0, 0.9)).isEmpty();
    }

    @Test
    void all_of_them_raise_one_alert_at_the_place_of_the_rule() {
      river.says(0, 0.9);

      assertThat(river.says(MY_THO, 5, 0.6)).containsExactly("5 raised xuan-hoa watch 0.9");
    }

    @Test
    void one_whose_value_is_too_old_does_not_count() {
      river.says(0, 0.9);

      assertThat(river.says(MY_THO, 61, 0.6)).isEmpty();
    }

    @Test
    void one_that_is_safe_clears() {
      river.says(0, 0.9);
      river.says(MY_THO, 5, 0.6);

      assertThat(river.says(MY_THO, 10, 0.3)).hasSize(1).first().asString().contains("cleared");
    }

    @Test
    void a_value_that_grows_old_breaks_off_the_waiting() {
      Watching slow = together(2, minutes(30));
      slow.says(0, 0.9);
      slow.says(MY_THO, 40, 0.9);

      assertThat(slow.timePasses(70)).isEmpty();
    }

    @Test
    void the_waiting_goes_on_after_a_restart_with_the_values_that_still_count() {
      Watching slow = together(2, minutes(30));
      slow.says(0, 0.9);
      slow.says(MY_THO, 5, 0.9);
      slow.restarts(
          measured(XUAN_HOA, 0, 0.9, Quality.PASS), measured(MY_THO, 5, 0.9, Quality.PASS));

      assertThat(slow.timePasses(40)).containsExactly("35 raised xuan-hoa watch 0.9");
    }

    @Test
    void needs_as_much_of_the_log_as_a_value_may_be_old() {
      assertThat(river.engine().window()).isEqualTo(Watching.STALE);
    }

    @Test
    void nothing_heard_is_no_all_clear() {
      river.says(0, 0.9);
      river.says(MY_THO, 5, 0.6);

      assertThat(river.timePasses(600)).isEmpty();
    }
  }

  @Nested
  class Any {
    private final Watching river = together(1, AT_ONCE);

    @Test
    void one_alone_raises() {
      assertThat(river.says(MY_THO, 0, 0.9)).containsExactly("0 raised xuan-hoa watch 0.9");
    }

    @Test
    void a_second_one_raises_no_second_alert() {
      river.says(MY_THO, 0, 0.9);

      assertThat(river.says(1, 0.9)).isEmpty();
    }

    @Test
    void only_all_of_them_clear() {
      river.says(MY_THO, 0, 0.9);
      river.says(1, 0.2);

      assertThat(river.says(MY_THO, 2, 0.2)).hasSize(1).first().asString().contains("cleared");
    }
  }
}
