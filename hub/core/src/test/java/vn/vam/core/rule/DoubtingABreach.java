package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.rule;
import static vn.vam.core.rule.Watching.salt;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quality;

/** Above 0.5 is a breach, below 0.4 is safe, and some values are suspect. */
class DoubtingABreach {
  private final Watching river = new Watching(level(AT_ONCE, List.of(), Schedule.ALWAYS));

  private static Rule level(Duration hold, List<Rung> ladder, Schedule schedule) {
    return rule(
        salt(new Level.Above(0.5)), hold, salt(new Level.Below(0.4)), AT_ONCE, ladder, schedule);
  }

  @Test
  void it_is_told_at_once_as_doubted() {
    river.says(0, 0.2);

    assertThat(river.doubts(5, 0.9)).containsExactly("5 doubted xuan-hoa watch 0.9");
  }

  @Test
  void a_good_value_that_agrees_raises_it_with_the_time_of_the_first() {
    river.says(0, 0.2);
    river.doubts(5, 0.9);

    assertThat(river.says(10, 0.8)).containsExactly("5 raised xuan-hoa watch 0.8");
  }

  @Test
  void the_first_one_starts_the_clock_of_what_has_to_hold() {
    Watching slow = new Watching(level(minutes(20), List.of(), Schedule.ALWAYS));
    slow.says(0, 0.2);
    slow.doubts(5, 0.9);
    assertThat(slow.says(10, 0.8)).isEmpty();
    assertThat(slow.timePasses(24)).isEmpty();

    assertThat(slow.timePasses(25)).containsExactly("25 raised xuan-hoa watch 0.8");
  }

  @Test
  void a_mean_that_has_to_hold_is_told_as_that_mean_though_something_was_doubted_meanwhile() {
    Condition.Beyond mean = salt(new Measure.Mean(minutes(30)), new Level.Above(0.5));
    Watching slow = new Watching(rule(mean, minutes(10), salt(new Level.Below(0.4)), AT_ONCE));
    slow.says(0, 0.5);
    slow.says(1, 0.7);
    slow.doubts(2, 0.9);

    assertThat(slow.timePasses(11)).containsExactly("11 raised xuan-hoa watch 0.6");
  }

  @Test
  void what_had_to_hold_may_have_held_when_it_is_confirmed() {
    Watching slow = new Watching(level(minutes(20), List.of(), Schedule.ALWAYS));
    slow.says(0, 0.2);
    slow.doubts(5, 0.9);

    assertThat(slow.says(30, 0.8)).containsExactly("25 raised xuan-hoa watch 0.8");
  }

  @Test
  void a_good_value_that_does_not_agree_forgets_it() {
    river.doubts(5, 0.9);

    assertThat(river.says(10, 0.2)).isEmpty();
    assertThat(river.says(15, 0.8)).containsExactly("15 raised xuan-hoa watch 0.8");
  }

  @Test
  void one_too_long_ago_confirms_nothing_about_now() {
    river.doubts(5, 0.9);

    assertThat(river.says(66, 0.8)).containsExactly("66 raised xuan-hoa watch 0.8");
  }

  @Test
  void a_late_good_value_of_before_neither_confirms_nor_forgets_it() {
    river.says(0, 0.2);
    river.doubts(5, 0.9);
    river.says(3, 0.2);

    assertThat(river.says(10, 0.8)).containsExactly("5 raised xuan-hoa watch 0.8");
  }

  @Test
  void several_in_a_row_are_told_once_and_the_last_counts() {
    river.doubts(5, 0.9);
    assertThat(river.doubts(6, 0.8)).isEmpty();
    assertThat(river.doubts(7, 0.1)).isEmpty();

    assertThat(river.doubts(8, 0.9)).containsExactly("8 doubted xuan-hoa watch 0.9");
    assertThat(river.says(10, 0.8)).containsExactly("8 raised xuan-hoa watch 0.8");
  }

  @Test
  void a_doubted_value_that_is_no_breach_is_told_to_nobody() {
    assertThat(river.doubts(5, 0.45)).isEmpty();
  }

  @Test
  void where_an_alert_stands_nobody_has_to_know() {
    river.says(0, 0.9);

    assertThat(river.doubts(5, 0.9)).isEmpty();
    assertThat(river.doubts(6, 0.1)).isEmpty();
  }

  @Test
  void an_alert_that_was_to_end_before_it_does_not_stand_any_more() {
    Watching calm =
        new Watching(
            rule(salt(new Level.Above(0.5)), AT_ONCE, salt(new Level.Below(0.4)), minutes(5)));
    calm.says(0, 0.9);
    calm.says(1, 0.1);

    assertThat(calm.doubts(5, 0.9)).isEmpty();
    assertThat(calm.says(6, 0.1)).containsExactly("6 cleared xuan-hoa watch 0.1");
    calm.says(7, 0.9);
    calm.says(8, 0.1);
    assertThat(calm.doubts(13, 0.9)).containsExactly("13 doubted xuan-hoa watch 0.9");
  }

  @Test
  void a_higher_step_is_told_though_an_alert_stands_and_climbed_once_confirmed() {
    List<Rung> ladder = List.of(new Rung(Severity.DANGER, salt(new Level.Above(4)), AT_ONCE));
    Watching steps = new Watching(level(AT_ONCE, ladder, Schedule.ALWAYS));
    steps.says(0, 0.9);

    assertThat(steps.doubts(5, 5)).containsExactly("5 doubted xuan-hoa danger 5");
    assertThat(steps.says(10, 5.2)).containsExactly("5 escalated xuan-hoa danger 5.2");
  }

  @Test
  void a_mean_is_doubted_with_the_doubted_value_in_it() {
    Watching mean =
        new Watching(
            rule(
                salt(new Measure.Mean(minutes(30)), new Level.Above(0.5)),
                AT_ONCE,
                salt(new Level.Below(0.4)),
                AT_ONCE));
    mean.says(0, 0.2);

    assertThat(mean.doubts(5, 1)).containsExactly("5 doubted xuan-hoa watch 0.6");
    assertThat(mean.says(10, 0.4)).isEmpty();
    assertThat(mean.timePasses(31)).isEmpty();
  }

  @Test
  void outside_its_hours_a_rule_doubts_nothing() {
    Schedule night =
        new Schedule(
            Optional.empty(),
            Optional.of(new Schedule.Hours(LocalTime.of(20, 0), LocalTime.of(4, 0))),
            Schedule.ALWAYS.days(),
            Schedule.ZONE);

    assertThat(new Watching(level(AT_ONCE, List.of(), night)).doubts(5, 0.9)).isEmpty();
  }

  @Test
  void a_restart_between_the_two_changes_nothing() {
    river.says(0, 0.2);
    river.doubts(5, 0.9);
    river.restarts(
        Watching.measured(Watching.XUAN_HOA, 0, 0.2, Quality.PASS),
        Watching.measured(Watching.XUAN_HOA, 5, 0.9, Quality.SUSPECT));

    assertThat(river.doubts(6, 0.9)).isEmpty();
    assertThat(river.says(10, 0.8)).containsExactly("6 raised xuan-hoa watch 0.8");
  }

  @Test
  void what_was_forgotten_before_a_restart_stays_forgotten() {
    river.doubts(5, 0.9);
    river.restarts();
    river.says(10, 0.2);
    river.restarts();

    assertThat(river.says(15, 0.8)).containsExactly("15 raised xuan-hoa watch 0.8");
  }
}
